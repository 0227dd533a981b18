package eliq.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One field of a form: what stands in it, and what is wrong with that. Knows no scene graph.
 *
 * <p>The text is what is typed; of a switch {@code true} or {@code false}; of a choice the option's JSON; of several the
 * options' JSON, a line each.
 */
public final class FieldModel {
    private final Setting setting;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final BooleanProperty present = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper unit = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper usual = new ReadOnlyStringWrapper("");

    FieldModel(Setting setting) {
        this.setting = setting;
        unit.set(setting.unit());
    }

    public Setting setting() {
        return setting;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** What the value must be, where it is not; empty where it is fine. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Whether the record has this setting now: some go with a choice in another field. */
    public ReadOnlyBooleanProperty presentProperty() {
        return present;
    }

    /** What is counted; empty for a plain number. */
    public ReadOnlyStringProperty unitProperty() {
        return unit.getReadOnlyProperty();
    }

    /** The text of the default. */
    public ReadOnlyStringProperty usualProperty() {
        return usual.getReadOnlyProperty();
    }

    void error(String now) {
        error.set(now);
    }

    void present(boolean now) {
        present.set(now);
    }

    /** Counts in what another field chooses, whatever that is. */
    void countIn(FieldModel choice) {
        if (choice.setting.kind() instanceof Setting.Kind.OneOf(List<Setting.Option> options)) {
            choice.text.subscribe(
                    now ->
                            options.stream()
                                    .filter(option -> option.isChosenBy(now))
                                    .findFirst()
                                    .map(Setting.Option::label)
                                    .ifPresent(unit::set));
        }
    }

    void usual(String now) {
        usual.set(now);
    }

    String textOf(JsonNode value) {
        return switch (setting.kind()) {
            case Setting.Kind.Whole _, Setting.Kind.Number _, Setting.Kind.Words _ ->
                    Json.text(value);
            case Setting.Kind.Switch _ -> value.asText();
            case Setting.Kind.OneOf _ -> value.toString();
            case Setting.Kind.SomeOf _ ->
                    StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::toString)
                            .sorted()
                            .collect(Collectors.joining("\n"));
        };
    }

    JsonNode parsed() throws FormException {
        String typed = text.get() == null ? "" : text.get().strip();
        return switch (setting.kind()) {
            case Setting.Kind.Whole _ -> LongNode.valueOf(whole(typed));
            case Setting.Kind.Number _ -> DoubleNode.valueOf(number(typed).doubleValue());
            case Setting.Kind.Words _ -> TextNode.valueOf(typed);
            case Setting.Kind.Switch _ -> BooleanNode.valueOf(Boolean.parseBoolean(typed));
            case Setting.Kind.OneOf _ -> Json.tree(typed);
            case Setting.Kind.SomeOf _ -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                Arrays.stream(typed.split("\n"))
                        .filter(line -> !line.isBlank())
                        .forEach(line -> list.add(Json.tree(line)));
                yield list;
            }
        };
    }

    private static long whole(String typed) throws FormException {
        try {
            return number(typed).longValueExact();
        } catch (ArithmeticException e) {
            throw new FormException("It must be a whole number", e);
        }
    }

    /** With a point or a comma before the decimals, whatever the locale: both are typed everywhere. */
    private static BigDecimal number(String typed) throws FormException {
        if (typed.isEmpty()) {
            throw new FormException("It must be a number");
        }
        try {
            return new BigDecimal(typed.contains(".") ? typed : typed.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new FormException("It must be a number", e);
        }
    }
}
