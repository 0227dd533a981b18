package eliq.cli;

import eliq.critic.ValidationResult;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a critic answered on prompts that were held out. */
final class ValidationRows {
    static final List<Column> COLUMNS =
            List.of(
                    Column.text("aspect", "Aspect"),
                    Column.text("family", "Family"),
                    Column.text("operation", "Operation"),
                    Column.text("answers", "Answers"),
                    Column.number("accuracy", "Accuracy", 3),
                    Column.text("pairs", "Pairs"),
                    Column.number("pair_accuracy", "Pair accuracy", 3));

    private ValidationRows() {}

    static List<List<?>> of(Optional<ValidationResult> validation) {
        List<List<?>> rows = new ArrayList<>();
        for (ValidationResult.Score s :
                validation.map(ValidationResult::scores).orElse(List.of())) {
            rows.add(
                    List.of(
                            s.aspect().key(),
                            s.family().isEmpty() ? "all" : s.family(),
                            s.operation().isEmpty() ? "all" : s.operation(),
                            s.answers(),
                            s.accuracy(),
                            s.pairs(),
                            s.pairs() == 0 ? Optional.empty() : Optional.of(s.pairAccuracy())));
        }
        return rows;
    }
}
