package eliq.prompts;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.PromptRewrite;
import eliq.catalog.PromptStore.NewPrompt;
import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes worse and other versions of prompts into the catalogue, by a language model where there is one and else by rules.
 * Versions that are there already are not written again.
 */
public final class RewritePromptsJob implements Job<RewritePrompts, RewrittenPrompts> {
    private final Catalog catalog;
    private final Map<String, String> environment;

    /**
     * @param environment variables, for the server's key
     */
    public RewritePromptsJob(Catalog catalog, Map<String, String> environment) {
        this.catalog = catalog;
        this.environment = Map.copyOf(environment);
    }

    /** What was spent so far in all. */
    record Spent(long requests, long tokens) {}

    @Override
    public String kind() {
        return "rewrite-prompts";
    }

    @Override
    public Class<RewritePrompts> parametersType() {
        return RewritePrompts.class;
    }

    @Override
    public Class<RewrittenPrompts> resultType() {
        return RewrittenPrompts.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public RewrittenPrompts run(RewritePrompts parameters, JobContext context) throws Exception {
        if (parameters.chat().isEmpty()) {
            return new Run(parameters, context, new Spent(0, 0)).byRules();
        }
        Journal<Spent> journal =
                new Journal<>(context.directory().resolve("spent.jsonl"), Spent.class);
        List<Spent> before = journal.read();
        Spent spent = before.isEmpty() ? new Spent(0, 0) : before.getLast();
        try (ChatClient client =
                new ChatClient(
                        parameters.chat().get(),
                        environment,
                        parameters.budget(),
                        spent.requests(),
                        spent.tokens(),
                        Patience.of(context),
                        context::message)) {
            return new Run(parameters, context, spent).asking(client, journal);
        }
    }

    /** One run over all prompts. */
    private final class Run {
        private final RewritePrompts parameters;
        private final JobContext context;
        private final RuleRewriter rules = new RuleRewriter();
        private final Map<String, Integer> written = new TreeMap<>();
        private Spent spent;
        private int byRules;
        private int impossible;

        Run(RewritePrompts parameters, JobContext context, Spent spent) {
            this.parameters = parameters;
            this.context = context;
            this.spent = spent;
        }

        RewrittenPrompts byRules() throws Exception {
            List<String> prompts = List.copyOf(new LinkedHashSet<>(parameters.prompts()));
            for (int i = 0; i < prompts.size(); i++) {
                step(i, prompts.size());
                write(prompts.get(i), rules);
            }
            return result(prompts.size(), false);
        }

        RewrittenPrompts asking(ChatClient client, Journal<Spent> journal) throws Exception {
            List<String> prompts = List.copyOf(new LinkedHashSet<>(parameters.prompts()));
            ModelRewriter model = new ModelRewriter(client);
            for (int i = 0; i < prompts.size(); i++) {
                step(i, prompts.size());
                boolean asked = write(prompts.get(i), model);
                spent = new Spent(client.requests(), client.tokens());
                if (asked) {
                    journal.append(spent);
                } else {
                    context.message("The budget is spent; no further question is asked.");
                    return result(i, true);
                }
            }
            return result(prompts.size(), false);
        }

        private void step(int done, int total) throws JobCancelledException {
            context.progress("Rewriting prompts", done, total);
            context.checkCancelled();
        }

        /** False where nothing could be asked any more. */
        private boolean write(String text, PromptRewriter writer)
                throws CatalogException,
                        PromptsException,
                        JobCancelledException,
                        InterruptedException {
            long id = catalog.prompts().add(NewPrompt.of(text, parameters.source())).id();
            for (int i = 0; i < parameters.strengths().size(); i++) {
                double strength = parameters.strengths().get(i);
                long seed = parameters.seed() + i;
                List<Rewrite> made = new ArrayList<>();
                Set<RewriteKind> missing = missing(id, writer.name(), strength, seed);
                if (!missing.isEmpty()) {
                    made.addAll(writer.rewrite(text, missing, strength, seed));
                    if (made.isEmpty() && writer instanceof ModelRewriter model && model.spent()) {
                        return false;
                    }
                    made.forEach(rewrite -> missing.remove(rewrite.kind()));
                }
                // What the model leaves out, the rules may be able to do.
                if (!missing.isEmpty() && !writer.name().equals(RuleRewriter.NAME)) {
                    List<Rewrite> rest = rules.rewrite(text, missing, strength, seed);
                    rest.forEach(rewrite -> missing.remove(rewrite.kind()));
                    made.addAll(rest);
                }
                impossible += missing.size();
                byRules +=
                        (int)
                                made.stream()
                                        .filter(r -> r.writer().equals(RuleRewriter.NAME))
                                        .count();
                made.forEach(rewrite -> written.merge(rewrite.kind().key(), 1, Integer::sum));
                catalog.prompts()
                        .addRewrites(id, made.stream().map(RewritePromptsJob::stored).toList());
            }
            return true;
        }

        /** Kinds that this writer has not written yet with this strength and seed. */
        private Set<RewriteKind> missing(long id, String writer, double strength, long seed)
                throws CatalogException {
            Set<RewriteKind> missing = EnumSet.copyOf(parameters.kinds());
            for (PromptRewrite there : catalog.prompts().rewrites(id)) {
                boolean own =
                        there.writer().equals(writer)
                                || there.writer().equals(RuleRewriter.NAME) && context.resumed();
                RewriteKind.named(there.kind())
                        .filter(kind -> own && there.seed() == seed)
                        .filter(
                                kind ->
                                        RewriteKind.changes().contains(kind)
                                                || there.strength() == strength)
                        .filter(missing::remove)
                        .ifPresent(kind -> written.merge(kind.key(), 1, Integer::sum));
            }
            return missing;
        }

        private RewrittenPrompts result(int prompts, boolean budgetSpent) {
            context.progress("Rewriting prompts", prompts, parameters.prompts().size());
            return new RewrittenPrompts(
                    prompts,
                    written,
                    byRules,
                    impossible,
                    spent.requests(),
                    spent.tokens(),
                    budgetSpent);
        }
    }

    private static PromptRewrite stored(Rewrite rewrite) {
        return new PromptRewrite(
                rewrite.kind().key(),
                rewrite.strength(),
                rewrite.text(),
                rewrite.change(),
                rewrite.writer(),
                rewrite.seed());
    }
}
