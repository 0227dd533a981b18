package eliq.app.models;

import eliq.app.words.Amounts;
import eliq.hub.VerifiedModels;
import eliq.hub.VerifiedModels.VerifiedFile;
import java.util.List;

/** What reading a model through has shown. */
public sealed interface Verification {

    /** It is being read. */
    record Running() implements Verification {}

    /** Every file is as it should be. */
    record Good(String words) implements Verification {}

    /** Some are not; what, why, and what to do. */
    record Damaged(String words) implements Verification {}

    /** It could not be read through. */
    record Failed(String reason) implements Verification {}

    static Verification of(VerifiedModels result) {
        List<VerifiedFile> bad = result.files().stream().filter(f -> !f.isGood()).toList();
        if (bad.isEmpty()) {
            long digests =
                    result.files().stream()
                            .filter(f -> f.state() == VerifiedModels.State.VERIFIED)
                            .count();
            return new Good(
                    Amounts.count(result.files().size(), "file")
                            + " read: "
                            + digests
                            + " with the hub's digest, "
                            + (result.files().size() - digests)
                            + " by their form.");
        }
        VerifiedFile first = bad.getFirst();
        return new Damaged(
                Amounts.count(bad.size(), "file")
                        + " damaged or missing, the first "
                        + first.file()
                        + first.reason().map(why -> " (" + why + ")").orElse("")
                        + ". Pull the model again, or import it anew.");
    }
}
