package eliq.app.pairs;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The line below the pictures: what just happened, or else the keys of a review, and who judges or why nobody does. It is
 * there as long as there are pictures, so that none moves when something is said.
 */
final class ReviewFoot extends HBox {
    private static final String KEYS =
            "A accept    R reject    N note    U undo    J next    K previous    Left, Right picture    F filter";

    ReviewFoot(PairsViewModel model) {
        getStyleClass().add("review-foot");
        setAlignment(Pos.CENTER_LEFT);
        Label notice = new Label();
        notice.setId("pairs-notice");
        notice.setMinWidth(Region.USE_PREF_SIZE);
        notice.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.noticeProperty().get().isEmpty()
                                                        && model.stateProperty().get().hasPairs()
                                                ? KEYS
                                                : model.noticeProperty().get(),
                                model.noticeProperty(),
                                model.stateProperty()));
        model.noticeProperty()
                .subscribe(
                        text ->
                                notice.getStyleClass()
                                        .setAll("label", text.isEmpty() ? "absent" : "said"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label critic = critic(model.critic());
        critic.visibleProperty().bind(model.stateProperty().map(PairsState::hasPairs));
        visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.stateProperty().get().hasPairs()
                                                || !model.noticeProperty().get().isEmpty(),
                                model.noticeProperty(),
                                model.stateProperty()));
        managedProperty().bind(visibleProperty());
        getChildren().addAll(notice, gap, critic);
    }

    private static Label critic(CriticVoice critic) {
        Label label = new Label();
        label.setId("pairs-critic");
        label.setMinWidth(0);
        label.textProperty()
                .bind(
                        Bindings.when(critic.silenceProperty().isEmpty())
                                .then(Bindings.concat("judged by ", critic.nameProperty()))
                                .otherwise(critic.silenceProperty()));
        critic.silenceProperty()
                .subscribe(
                        reason ->
                                label.getStyleClass()
                                        .setAll("label", reason.isEmpty() ? "absent" : "failure"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(label.textProperty());
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        label.setTooltip(tip);
        return label;
    }
}
