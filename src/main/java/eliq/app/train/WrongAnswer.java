package eliq.app.train;

import eliq.critic.Mistake;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A held-out question that was answered wrongly, with its picture.
 *
 * @param picture absent where the catalogue has it no more
 */
public record WrongAnswer(Mistake mistake, Optional<Path> picture) {

    /** The aspect's letter. */
    String letter() {
        return switch (mistake.aspect()) {
            case TECHNICAL -> "T";
            case AESTHETIC -> "A";
            case ALIGNMENT -> "P";
        };
    }

    /** {@code low expected, 0.03}: the right answer and what the critic gave it. */
    String caption() {
        return String.format(
                Locale.getDefault(),
                "%s expected: %.2f",
                mistake.expected().token(),
                mistake.probability());
    }

    /** Everything there is to say of it. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(mistake.aspect().key()).append(": ").append(caption());
        if (!mistake.operation().isEmpty()) {
            text.append(" (")
                    .append(mistake.family())
                    .append(", ")
                    .append(mistake.operation())
                    .append(')');
        }
        mistake.prompt()
                .ifPresent(prompt -> text.append("; asked with “").append(prompt).append('”'));
        return text.toString();
    }
}
