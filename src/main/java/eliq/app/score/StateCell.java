package eliq.app.score;

/** How a row stands; why it has no score, on hover. */
final class StateCell extends WordsCell {
    @Override
    String hover(String text) {
        ScoreRow row = getTableRow() == null ? null : getTableRow().getItem();
        return row != null
                        && row.stateProperty().get() instanceof ScoreRow.State.Failed(String reason)
                ? reason
                : text;
    }
}
