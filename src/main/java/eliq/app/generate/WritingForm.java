package eliq.app.generate;

import eliq.app.follow.FollowedJob;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Has a language model write prompts, after it was said what is sent where to. */
final class WritingForm extends VBox {

    /** @param closed whether prompts cannot be taken now */
    WritingForm(WritingModel model, ObservableBooleanValue closed) {
        getStyleClass().add("generate-bar");
        setSpacing(8);
        Spinner<Integer> count = new Spinner<>(1, 5000, 70, 10);
        count.setEditable(true);
        count.setId("writing-count");
        count.setPrefWidth(96);
        count.setAccessibleText("Prompts to have written");
        TextField name = new TextField();
        name.setId("writing-model");
        name.setPrefWidth(210);
        name.setPromptText("model, such as qwen3:8b");
        name.setAccessibleText("Language model that writes prompts");
        TextField address = new TextField();
        address.setId("writing-address");
        address.setPromptText("server, such as http://127.0.0.1:11434/v1");
        address.setAccessibleText("Address of the language model’s server");
        HBox.setHgrow(address, Priority.ALWAYS);
        Button ask = new Button("Have them written …");
        ask.setId("writing-ask");
        List.of(count, name, address).forEach(each -> each.disableProperty().bind(closed));
        ask.disableProperty().bind(Bindings.or(closed, name.textProperty().isEmpty()));
        ask.setOnAction(_ -> model.ask(count.getValue(), name.getText(), address.getText()));
        HBox line =
                new HBox(
                        8,
                        new Label("From a language model:"),
                        count,
                        new Label("prompts by"),
                        name,
                        address,
                        ask);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox below = new VBox(8);
        // Nothing to say takes no room.
        below.managedProperty().bind(Bindings.isNotEmpty(below.getChildren()));
        getChildren().addAll(line, below);
        model.offerProperty().subscribe(offer -> show(below, model, offer));
        model.jobProperty().subscribe(job -> progress(below, model, job));
    }

    private static void show(VBox below, WritingModel model, Optional<WritingModel.Offer> offer) {
        below.getChildren().clear();
        offer.ifPresent(
                o -> {
                    Label sentence = new Label(o.sentence());
                    sentence.setWrapText(true);
                    Button yes = new Button("Send");
                    yes.setId("writing-agree");
                    yes.getStyleClass().add("accent");
                    yes.setOnAction(_ -> model.agree());
                    Button no = new Button("Do not");
                    no.setOnAction(_ -> model.decline());
                    VBox question = new VBox(8, sentence, new HBox(8, yes, no));
                    question.getStyleClass().add("question");
                    below.getChildren().add(question);
                });
    }

    private static void progress(VBox below, WritingModel model, Optional<FollowedJob> job) {
        below.getChildren().clear();
        job.ifPresent(
                j -> {
                    ProgressBar bar = new ProgressBar();
                    bar.setAccessibleText("Progress of the writing");
                    bar.progressProperty().bind(j.fractionProperty());
                    Label pace = new Label();
                    pace.textProperty()
                            .bind(j.stageProperty().concat(" ").concat(j.paceProperty()));
                    Button stop = new Button("Stop", new FontIcon("fth-square"));
                    stop.setId("writing-stop");
                    stop.setOnAction(_ -> model.cancel());
                    HBox line = new HBox(8, bar, pace, stop);
                    line.setAlignment(Pos.CENTER_LEFT);
                    below.getChildren().add(line);
                });
    }
}
