package eliq.prompts;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.prompts.GeneratedPrompts.Asked;
import eliq.prompts.GeneratedPrompts.Rejected;
import eliq.prompts.GeneratedPrompts.Shortfall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a {@link GeneratePromptsJob}: what is there, what is missing, and the questions in between. */
final class Generation {
    /** Questions in a row without a prompt taken, after which a sub-concept is left as it is. */
    private static final int FRUITLESS = 4;

    /** How often an answer without a prompt in it is complained of. */
    private static final int COMPLAINTS = 2;

    private final GeneratePrompts wanted;
    private final Catalog catalog;
    private final JobContext context;
    private final Journal<Asked> journal;
    private final GenerationQuestions questions;
    private final NearDuplicates seen;
    private final PromptCheck check;
    private final Map<String, String> environment;
    private final Map<Taxonomy.Concept, List<String>> written = new LinkedHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private boolean budgetSpent;

    Generation(
            GeneratePrompts wanted,
            Catalog catalog,
            Map<String, String> environment,
            JobContext context)
            throws PromptsException {
        this.wanted = wanted;
        this.catalog = catalog;
        this.environment = environment;
        this.context = context;
        this.journal = new Journal<>(context.directory().resolve("prompts.jsonl"), Asked.class);
        Taxonomy taxonomy = wanted.taxonomyOf();
        this.questions = new GenerationQuestions(wanted, taxonomy);
        this.seen = new NearDuplicates(wanted.alike());
        this.check =
                new PromptCheck(
                        wanted.leastWords(), wanted.mostWords(), new CategoryRules(taxonomy), seen);
    }

    GeneratedPrompts run()
            throws PromptsException, CatalogException, JobCancelledException, InterruptedException {
        List<GeneratePrompts.Target> targets = wanted.targets();
        targets.forEach(target -> written.put(target.concept(), new ArrayList<>()));
        PromptBank.shipped().prompts().forEach(prompt -> seen.add(prompt.text()));
        for (eliq.catalog.Prompt prompt : catalog.prompts().all()) {
            seen.add(prompt.text());
        }
        for (Asked before : journal.read()) {
            take(before);
            // A crash between journal and catalogue leaves the latter behind.
            GeneratePromptsJob.keep(catalog, before, wanted.chat().model());
        }
        long requests = asked.isEmpty() ? 0 : asked.getLast().requests();
        long tokens = asked.isEmpty() ? 0 : asked.getLast().tokens();
        try (ChatClient client =
                new ChatClient(
                        wanted.chat(),
                        environment,
                        wanted.budget(),
                        requests,
                        tokens,
                        Patience.of(context),
                        context::message)) {
            for (GeneratePrompts.Target target : targets) {
                fill(target, client);
            }
            return result(targets, client);
        }
    }

    private void take(Asked answer) {
        asked.add(answer);
        for (Map.Entry<Taxonomy.Concept, List<String>> each : written.entrySet()) {
            if (each.getKey().category() == answer.category()
                    && each.getKey().name().equals(answer.concept())) {
                answer.accepted().forEach(prompt -> each.getValue().add(prompt.text()));
            }
        }
        answer.accepted().forEach(prompt -> seen.add(prompt.text()));
    }

    private void fill(GeneratePrompts.Target target, ChatClient client)
            throws PromptsException, CatalogException, JobCancelledException, InterruptedException {
        List<String> own = written.get(target.concept());
        int fruitless = 0;
        while (own.size() < target.count() && fruitless < FRUITLESS && !budgetSpent) {
            context.progress("Writing prompts", accepted(), wanted.count());
            context.checkCancelled();
            int before = own.size();
            Optional<Asked> answer = ask(target, own, client);
            if (answer.isEmpty()) {
                budgetSpent = true;
                context.message("The budget is spent; no further question is asked.");
                return;
            }
            journal.append(answer.get());
            GeneratePromptsJob.keep(catalog, answer.get(), wanted.chat().model());
            take(answer.get());
            fruitless = own.size() == before ? fruitless + 1 : 0;
        }
        if (own.size() < target.count() && !budgetSpent) {
            context.message(
                    target.concept().category().title()
                            + ", "
                            + target.concept().name()
                            + ": the model finds nothing new; "
                            + (target.count() - own.size())
                            + " missing.");
        }
        context.progress("Writing prompts", accepted(), wanted.count());
    }

    private int accepted() {
        return written.values().stream().mapToInt(List::size).sum();
    }

    private Optional<Asked> ask(GeneratePrompts.Target target, List<String> own, ChatClient client)
            throws PromptsException, JobCancelledException, InterruptedException {
        int missing = target.count() - own.size();
        ChatQuestion question =
                questions.about(
                        target.concept(), Math.min(missing, wanted.batch()), asked.size(), own);
        int unreadable = 0;
        List<String> texts = List.of();
        while (texts.isEmpty()) {
            Optional<ChatAnswer> answer = client.ask(question);
            if (answer.isEmpty()) {
                if (unreadable == 0) {
                    return Optional.empty();
                }
                break;
            }
            texts = LenientJson.strings(answer.get().text());
            if (texts.isEmpty() && ++unreadable > COMPLAINTS) {
                break;
            }
            question = question.again(answer.get().text(), GenerationQuestions.COMPLAINT);
        }
        return Optional.of(sorted(target, missing, texts, unreadable, client));
    }

    private Asked sorted(
            GeneratePrompts.Target target,
            int missing,
            List<String> texts,
            int unreadable,
            ChatClient client) {
        Category category = target.concept().category();
        List<Prompt> accepted = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        NearDuplicates within = new NearDuplicates(wanted.alike());
        for (String text : texts) {
            String prompt = PromptCheck.cleaned(text);
            Optional<Rejection> fault =
                    check.of(prompt, category)
                            .or(() -> within.of(prompt).map(other -> Rejection.DUPLICATE));
            if (fault.isPresent()) {
                rejected.add(new Rejected(prompt, fault.get()));
            } else if (accepted.size() < missing) {
                within.add(prompt);
                accepted.add(new Prompt(prompt, check.categories(prompt, category)));
            }
        }
        return new Asked(
                category,
                target.concept().name(),
                accepted,
                rejected,
                unreadable,
                client.requests(),
                client.tokens());
    }

    private GeneratedPrompts result(List<GeneratePrompts.Target> targets, ChatClient client) {
        Map<String, Integer> rejected = new LinkedHashMap<>();
        int unreadable = 0;
        for (Asked each : asked) {
            each.rejected().forEach(r -> rejected.merge(r.reason().key(), 1, Integer::sum));
            unreadable += each.unreadable();
        }
        List<Shortfall> missing = new ArrayList<>();
        for (GeneratePrompts.Target target : targets) {
            int lacking = target.count() - written.get(target.concept()).size();
            if (lacking > 0) {
                missing.add(
                        new Shortfall(
                                target.concept().category(), target.concept().name(), lacking));
            }
        }
        return new GeneratedPrompts(
                accepted(),
                rejected,
                unreadable,
                missing,
                client.requests(),
                client.tokens(),
                budgetSpent,
                journal.file());
    }
}
