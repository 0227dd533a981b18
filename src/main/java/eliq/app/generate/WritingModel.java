package eliq.app.generate;

import eliq.app.follow.FollowedJob;
import eliq.app.follow.Following;
import eliq.app.follow.JobControl;
import eliq.app.words.Amounts;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.prompts.ChatSettings;
import eliq.prompts.GeneratePrompts;
import eliq.prompts.GenerationPlan;
import eliq.prompts.PromptsException;
import eliq.workbench.Workbench;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Prompts that a language model writes, once it was said what is sent where to. JavaFX thread only. */
public final class WritingModel {

    /**
     * Prompts that a language model would write.
     *
     * @param sentence what would be sent, where to, and how much
     */
    public record Offer(GeneratePrompts wanted, String sentence) {}

    private final Workbench workbench;
    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final Runnable written;
    private final Following following;
    private final JobControl control;
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FollowedJob>> job =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param say takes one sentence on what happened
     * @param written told when prompts were added to the bank
     */
    WritingModel(
            Workbench workbench,
            Executor worker,
            Executor ui,
            Map<String, String> environment,
            Consumer<String> say,
            Runnable written) {
        this.workbench = workbench;
        this.environment = Map.copyOf(environment);
        this.say = say;
        this.written = written;
        this.following = new Following(workbench.jobs(), ui);
        this.control = new JobControl(workbench.jobs(), worker, ui, say);
    }

    /** What a language model could write, to be agreed to. */
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The writing that goes on. */
    public ReadOnlyObjectProperty<Optional<FollowedJob>> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /**
     * Says what it takes; nothing is sent.
     *
     * @param address of the language model's server; empty for the usual one
     */
    public void ask(int count, String model, String address) {
        say.accept("");
        try {
            ChatSettings usual = ChatSettings.of(model, environment);
            ChatSettings chat = address.isBlank() ? usual : usual.withBaseUrl(address.strip());
            GeneratePrompts wanted = GeneratePrompts.of(count, chat);
            offer.set(Optional.of(new Offer(wanted, sentence(GenerationPlan.of(wanted), chat))));
        } catch (IllegalArgumentException | PromptsException e) {
            say.accept(e.getMessage());
        }
    }

    private String sentence(GenerationPlan plan, ChatSettings chat) {
        boolean withKey = !environment.getOrDefault(chat.keyVariable(), "").isBlank();
        return Amounts.format(
                "At least %s will be sent to %s (about %,d tokens): instructions, category names and example words, no image and no prompt of yours; %s.",
                Amounts.count(plan.requests(), "request"),
                plan.endpoint().getHost(),
                plan.tokens(),
                withKey
                        ? "with the key in " + chat.keyVariable()
                        : "without a key, as " + chat.keyVariable() + " is not set");
    }

    /** Has them written. */
    public void agree() {
        Optional<Offer> agreed = offer.get();
        offer.set(Optional.empty());
        agreed.ifPresent(
                o -> control.submit(workbench.generatePrompts(), o.wanted(), this::follow));
    }

    public void decline() {
        offer.set(Optional.empty());
    }

    /** Stops the writing; what was written is kept. */
    public void cancel() {
        job.get().ifPresent(control::cancel);
    }

    private void follow(JobRecord record) {
        job.set(Optional.of(following.follow(record, "Writing prompts", "prompts", this::ended)));
    }

    private void ended(FollowedJob now) {
        say.accept(
                switch (now.stateProperty().get()) {
                    case DONE -> "The language model’s prompts are in the bank.";
                    case FAILED -> now.errorProperty().get();
                    default -> "The writing was stopped; Jobs can resume it.";
                });
        job.set(Optional.empty());
        following.forget(now);
        if (now.stateProperty().get() == JobState.DONE) {
            written.run();
        }
    }
}
