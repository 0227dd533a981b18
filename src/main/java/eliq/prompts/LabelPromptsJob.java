package eliq.prompts;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.PromptLabel;
import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.prompts.LabelledPrompts.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives prompts their categories: all by rules, then those that the rules are not sure of by a language model, where there
 * is one. Prompts that live in the catalogue have their labels stored there.
 */
public final class LabelPromptsJob implements Job<LabelPrompts, LabelledPrompts> {
    private static final String LABELLING = "Labelling prompts";

    private final Catalog catalog;
    private final Map<String, String> environment;

    /**
     * @param environment variables, for the server's key
     */
    public LabelPromptsJob(Catalog catalog, Map<String, String> environment) {
        this.catalog = catalog;
        this.environment = Map.copyOf(environment);
    }

    /**
     * What a language model said in answer to one question.
     *
     * @param requests sent so far in all
     * @param tokens spent so far in all
     */
    record Batch(List<Labelled> labelled, long requests, long tokens) {
        Batch {
            labelled = List.copyOf(labelled);
        }
    }

    @Override
    public String kind() {
        return "label-prompts";
    }

    @Override
    public Class<LabelPrompts> parametersType() {
        return LabelPrompts.class;
    }

    @Override
    public Class<LabelledPrompts> resultType() {
        return LabelledPrompts.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public LabelledPrompts run(LabelPrompts parameters, JobContext context) throws Exception {
        Taxonomy taxonomy = parameters.taxonomyOf();
        CategoryRules rules = new CategoryRules(taxonomy);
        Map<String, CategoryLabels> labels = new LinkedHashMap<>();
        Journal<Batch> journal =
                new Journal<>(context.directory().resolve("answers.jsonl"), Batch.class);
        List<Batch> before = journal.read();
        for (String prompt : prompts(parameters, context)) {
            labels.put(prompt, rules.label(prompt));
        }
        before.forEach(batch -> batch.labelled().forEach(l -> labels.put(l.prompt(), l.labels())));
        store(labels);
        long requests = before.isEmpty() ? 0 : before.getLast().requests();
        long tokens = before.isEmpty() ? 0 : before.getLast().tokens();
        boolean spent = false;
        if (parameters.chat().isPresent()) {
            List<String> open = open(labels);
            try (ChatClient client =
                    new ChatClient(
                            parameters.chat().get(),
                            environment,
                            parameters.budget(),
                            requests,
                            tokens,
                            Patience.of(context),
                            context::message)) {
                LabelQuestions questions = new LabelQuestions(taxonomy, client.model());
                for (int at = 0; at < open.size() && !spent; at += parameters.batch()) {
                    context.progress(LABELLING, labels.size() - open.size() + at, labels.size());
                    context.checkCancelled();
                    List<String> batch =
                            open.subList(at, Math.min(at + parameters.batch(), open.size()));
                    List<Labelled> said = ask(client, questions, batch);
                    spent = said.isEmpty() && !client.affords(questions.about(batch));
                    journal.append(new Batch(said, client.requests(), client.tokens()));
                    Map<String, CategoryLabels> fresh = new LinkedHashMap<>();
                    said.forEach(l -> fresh.put(l.prompt(), l.labels()));
                    labels.putAll(fresh);
                    store(fresh);
                }
                requests = client.requests();
                tokens = client.tokens();
            }
        }
        context.progress(LABELLING, labels.size(), labels.size());
        return result(labels, requests, tokens, spent, context.directory());
    }

    /** The texts to label; those of the catalogue are written down, so that a resumed job labels the same. */
    private List<String> prompts(LabelPrompts parameters, JobContext context)
            throws CatalogException, PromptsException {
        if (!parameters.prompts().isEmpty()) {
            return List.copyOf(new LinkedHashSet<>(parameters.prompts()));
        }
        Journal<Chosen> chosen =
                new Journal<>(context.directory().resolve("chosen.jsonl"), Chosen.class);
        List<Chosen> before = chosen.read();
        if (!before.isEmpty()) {
            return before.getLast().prompts();
        }
        Map<Long, PromptLabel> known = catalog.prompts().labels();
        List<String> texts = new ArrayList<>();
        for (eliq.catalog.Prompt prompt : catalog.prompts().all()) {
            PromptLabel label = known.get(prompt.id());
            boolean certain =
                    label == null
                            ? !prompt.categories().isEmpty()
                            : label.confidence() >= CategoryLabels.CERTAIN;
            if (parameters.again() || !certain) {
                texts.add(prompt.text());
            }
        }
        chosen.append(new Chosen(texts));
        return texts;
    }

    /** The prompts of the catalogue that a job began with. */
    record Chosen(List<String> prompts) {
        Chosen {
            prompts = List.copyOf(prompts);
        }
    }

    /** Those that the rules are not sure of and no model has looked at. */
    private static List<String> open(Map<String, CategoryLabels> labels) {
        return labels.entrySet().stream()
                .filter(e -> !e.getValue().certain())
                .filter(e -> e.getValue().labeller().equals(CategoryRules.NAME))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A second time for those without a readable answer; what then still has none stays as it is. */
    private static List<Labelled> ask(
            ChatClient client, LabelQuestions questions, List<String> prompts)
            throws PromptsException, JobCancelledException, InterruptedException {
        Map<Integer, CategoryLabels> read = new LinkedHashMap<>();
        ChatQuestion question = questions.about(prompts);
        for (int round = 0; round < 2 && read.size() < prompts.size(); round++) {
            Optional<ChatAnswer> answer = client.ask(question);
            if (answer.isEmpty()) {
                break;
            }
            questions.read(answer.get().text(), prompts.size()).forEach(read::putIfAbsent);
            question = question.again(answer.get().text(), LabelQuestions.COMPLAINT);
        }
        return read.entrySet().stream()
                .map(e -> new Labelled(prompts.get(e.getKey() - 1), e.getValue()))
                .toList();
    }

    private void store(Map<String, CategoryLabels> labels) throws CatalogException {
        Map<Long, PromptLabel> stored = new LinkedHashMap<>();
        for (Map.Entry<String, CategoryLabels> each : labels.entrySet()) {
            Optional<eliq.catalog.Prompt> prompt = catalog.prompts().find(each.getKey());
            if (prompt.isPresent()) {
                CategoryLabels own = each.getValue();
                stored.put(
                        prompt.get().id(),
                        new PromptLabel(
                                own.categories().stream()
                                        .map(Category::title)
                                        .collect(Collectors.toSet()),
                                own.confidence(),
                                own.labeller()));
            }
        }
        catalog.prompts().labelAll(stored);
    }

    private static LabelledPrompts result(
            Map<String, CategoryLabels> labels,
            long requests,
            long tokens,
            boolean spent,
            Path folder)
            throws PromptsException {
        Path file = folder.resolve("labels.jsonl");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PromptsException(file + " cannot be replaced (" + e.getMessage() + ")", e);
        }
        new Journal<>(file, Labelled.class)
                .appendAll(
                        labels.entrySet().stream()
                                .map(e -> new Labelled(e.getKey(), e.getValue()))
                                .toList());
        int certain = (int) labels.values().stream().filter(CategoryLabels::certain).count();
        int byModel =
                (int)
                        labels.values().stream()
                                .filter(l -> !l.labeller().equals(CategoryRules.NAME))
                                .count();
        return new LabelledPrompts(
                certain, labels.size() - certain, byModel, requests, tokens, spent, file);
    }
}
