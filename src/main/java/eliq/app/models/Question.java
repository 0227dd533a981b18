package eliq.app.models;

import eliq.app.words.Amounts;
import eliq.hub.InstalledModel;
import eliq.hub.ModelRemoval;
import eliq.hub.PullModel;
import eliq.hub.PullPlan;
import java.util.List;

/**
 * Something that happens only when it was agreed to.
 *
 * @param sentence what would happen, in full
 * @param answer word on the button that agrees
 * @param possible whether it can be done at all; the sentence says why not
 */
public record Question(What what, String sentence, String answer, boolean possible) {

    /** What it is about. */
    public sealed interface What {
        record Pull(PullModel pull) implements What {}

        record Remove(String name) implements What {}
    }

    static Question pull(PullPlan plan, PullModel pull) {
        What what = new What.Pull(pull);
        String host = plan.from().getHost();
        if (plan.missing() == 0) {
            return new Question(
                    what,
                    "%s is here already, all %s (%s) of commit %.8s."
                            .formatted(
                                    plan.model(),
                                    Amounts.count(plan.files(), "file"),
                                    Amounts.bytes(plan.bytes()),
                                    plan.commit()),
                    "Check again",
                    true);
        }
        String sentence =
                "%s will be downloaded from %s into %s (%s, commit %.8s). %s is told the model’s name%s."
                                .formatted(
                                        Amounts.bytes(plan.missing()),
                                        host,
                                        plan.cache(),
                                        Amounts.count(plan.files(), "file"),
                                        plan.commit(),
                                        host,
                                        plan.withToken()
                                                ? " and your access token"
                                                : ", no account")
                        + (plan.missing() < plan.bytes()
                                ? " The rest of " + Amounts.bytes(plan.bytes()) + " is here."
                                : "");
        String room =
                plan.fits()
                        ? " " + Amounts.bytes(plan.usable()) + " are free there."
                        : " Only "
                                + Amounts.bytes(plan.usable())
                                + " are free there: make room, or set HF_HUB_CACHE to a folder on another disk.";
        return new Question(what, sentence + room, "Download", plan.fits());
    }

    static Question removal(String name, List<ModelRemoval.Removed> gone) {
        long freed = gone.stream().mapToLong(ModelRemoval.Removed::freed).sum();
        boolean referred =
                gone.stream().allMatch(r -> r.model().origin() == InstalledModel.Origin.REFERRED);
        String sentence =
                referred
                        ? "“"
                                + name
                                + "” will be forgotten; its folder and files stay where they are."
                        : "“"
                                + name
                                + "” will be deleted from the disk for good ("
                                + Amounts.bytes(freed)
                                + ", "
                                + gone.getFirst().model().folder()
                                + "). This cannot be undone.";
        return new Question(new What.Remove(name), sentence, referred ? "Forget" : "Delete", true);
    }
}
