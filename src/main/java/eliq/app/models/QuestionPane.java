package eliq.app.models;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is asked before something is fetched or taken away, and the two answers. */
final class QuestionPane extends VBox {
    private final ConsentModel consent;

    QuestionPane(ConsentModel consent) {
        this.consent = consent;
        getStyleClass().add("question");
        setId("models-question");
        consent.questionProperty().subscribe(this::ask);
    }

    private void ask(Optional<Question> asked) {
        getChildren().clear();
        setVisible(asked.isPresent());
        setManaged(asked.isPresent());
        asked.ifPresent(this::show);
    }

    private void show(Question asked) {
        Label sentence = new Label(asked.sentence());
        sentence.setWrapText(true);
        Button yes = new Button(asked.answer());
        yes.setId("models-agree");
        yes.setDisable(!asked.possible());
        yes.setDefaultButton(asked.possible());
        yes.getStyleClass().add(asked.what() instanceof Question.What.Remove ? "danger" : "accent");
        yes.setOnAction(_ -> consent.agree());
        Button no = new Button("Do not");
        no.setId("models-decline");
        no.setOnAction(_ -> consent.decline());
        getChildren().setAll(sentence, new HBox(8, yes, no));
        (asked.possible() ? yes : no).requestFocus();
    }
}
