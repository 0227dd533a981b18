package eliq.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A settings record being edited. Each change is tried on the record: what its constructor says of a value appears at
 * the field. Knows no scene graph; JavaFX thread only.
 *
 * @param <P> the record
 */
public final class FormModel<P extends Record> {
    private final Class<P> type;
    private final List<FieldModel> fields;
    private final ReadOnlyObjectWrapper<Optional<P>> value =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private JsonNode valid;
    private boolean filling;

    /**
     * @param first the values the form begins with, and the defaults it names
     */
    public FormModel(P first, Class<P> type, List<Setting> settings) {
        this.type = type;
        this.fields = settings.stream().map(FieldModel::new).toList();
        fields.forEach(field -> field.textProperty().subscribe((_, _) -> changed(field)));
        usual(first);
        set(first);
        fields.stream()
                .filter(field -> !field.setting().unitFrom().isEmpty())
                .forEach(field -> field.countIn(field(field.setting().unitFrom())));
    }

    /** In the order of the form. */
    public List<FieldModel> fields() {
        return fields;
    }

    public FieldModel field(String path) {
        return fields.stream()
                .filter(field -> field.setting().path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + path));
    }

    /** The record as it now stands; empty while a field is wrong. */
    public ReadOnlyObjectProperty<Optional<P>> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Says which values count as the defaults. */
    public void usual(P defaults) {
        JsonNode tree = Json.tree(defaults);
        for (FieldModel field : fields) {
            field.usual(Json.at(tree, field.setting().path()).map(field::textOf).orElse(""));
        }
    }

    /** Fills in all fields. */
    public void set(P record) {
        take(Json.tree(record));
        value.set(Optional.of(record));
    }

    private void take(JsonNode tree) {
        valid = tree;
        filling = true;
        try {
            for (FieldModel field : fields) {
                Optional<JsonNode> now = Json.at(tree, field.setting().path());
                field.present(now.isPresent());
                now.ifPresent(node -> field.textProperty().set(field.textOf(node)));
                field.error("");
            }
        } finally {
            filling = false;
        }
    }

    private void changed(FieldModel field) {
        if (filling) {
            return;
        }
        try {
            JsonNode tried = Json.with(valid, field.setting().path(), field.parsed());
            P record = Json.record(tried, type);
            field.error("");
            valid = Json.tree(record);
            presence(field);
            value.set(
                    fields.stream().allMatch(each -> each.errorProperty().get().isEmpty())
                            ? Optional.of(record)
                            : Optional.empty());
        } catch (FormException e) {
            field.error(e.getMessage());
            value.set(Optional.empty());
        }
    }

    /** After a choice that brings other settings with it: those are filled in, and the others go. */
    private void presence(FieldModel chosen) {
        String within = chosen.setting().path() + ".";
        filling = true;
        try {
            for (FieldModel field : fields) {
                Optional<JsonNode> now = Json.at(valid, field.setting().path());
                boolean anew =
                        !field.presentProperty().get() || field.setting().path().startsWith(within);
                if (now.isPresent() && anew) {
                    field.error("");
                    field.textProperty().set(field.textOf(now.get()));
                }
                if (now.isEmpty()) {
                    field.error("");
                }
                field.present(now.isPresent());
            }
        } finally {
            filling = false;
        }
    }
}
