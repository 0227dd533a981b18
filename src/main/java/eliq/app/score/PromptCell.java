package eliq.app.score;

/** A prompt in as many lines as the picture beside it has room for. */
final class PromptCell extends WordsCell {
    PromptCell() {
        setWrapText(true);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        getStyleClass().remove("absent");
        if (!empty && ScoreRow.READING.equals(text)) {
            getStyleClass().add("absent");
        }
    }
}
