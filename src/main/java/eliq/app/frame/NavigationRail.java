package eliq.app.frame;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views, top down, as icon and word. */
final class NavigationRail extends VBox {

    private final ObjectProperty<View> selected = new SimpleObjectProperty<>();
    private final ToggleGroup group = new ToggleGroup();

    NavigationRail(List<View> views, Region foot) {
        getStyleClass().add("navigation-rail");
        int number = 1;
        for (View view : views) {
            ToggleButton button = new ToggleButton(view.title(), new FontIcon(view.icon()));
            button.setId("rail-" + view.title().toLowerCase(java.util.Locale.ROOT));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("rail-button");
            button.setTooltip(
                    new Tooltip(view.title() + " (" + Keys.COMMAND_NAME + "+" + number + ")"));
            button.setAccessibleText(view.title());
            button.setUserData(view);
            // A toggle that is clicked again stays on: one view is always shown.
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        selected.set(view);
                    });
            getChildren().add(button);
            number++;
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, foot);
        selected.addListener(
                (_, _, now) ->
                        group.getToggles().stream()
                                .filter(toggle -> toggle.getUserData() == now)
                                .findFirst()
                                .ifPresent(toggle -> toggle.setSelected(true)));
        selected.set(views.getFirst());
    }

    ObjectProperty<View> selectedProperty() {
        return selected;
    }
}
