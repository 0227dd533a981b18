package eliq.app.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.TrainingMode;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainingSettings;
import eliq.job.JobJson;
import eliq.pairs.PromptSplit;
import eliq.scorer.CriticChoice;
import eliq.scorer.TrainScorerParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The command that runs the same training: options where the command has one, {@code --set} for every other setting that
 * differs from what the command would use. Quoted for a POSIX shell.
 */
public final class CommandLineText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> CRITIC =
            ordered(
                    "split.threshold", "--held-out",
                    "split.seed", "--split-seed",
                    "mode.rank", "--rank",
                    "mode.alpha", "--alpha",
                    "training.batchSize", "--batch",
                    "training.accumulation", "--accumulate",
                    "training.learningRate.peak", "--learning-rate",
                    "training.rhythm.validationSteps", "--validate-every",
                    "training.rhythm.patience", "--patience");

    private static final Map<String, String> SCORER =
            ordered(
                    "heldOut.threshold", "--held-out",
                    "heldOut.seed", "--split-seed",
                    "training.margin", "--margin",
                    "training.epochs", "--epochs",
                    "training.learningRate", "--learning-rate",
                    "training.seed", "--seed");

    private final List<String> words = new ArrayList<>(List.of("eliq", "train"));
    private final ObjectNode base;
    private final ObjectNode wanted;

    private CommandLineText(Record base, Record wanted) {
        this.base = tree(base);
        this.wanted = tree(wanted);
    }

    /**
     * The command on one line.
     *
     * @param model name or folder of the model or critic
     */
    public static String of(Training training, String model, Path modelsFolder) {
        return words(training, model, modelsFolder).stream()
                .map(CommandLineText::quoted)
                .collect(Collectors.joining(" "));
    }

    static List<String> words(Training training, String model, Path modelsFolder) {
        return switch (training) {
            case Training.OfCritic(TrainCriticParameters p) -> critic(p, model);
            case Training.OfScorer(TrainScorerParameters p) -> scorer(p, model, modelsFolder);
        };
    }

    private static List<String> critic(TrainCriticParameters p, String model) {
        TrainCriticParameters usual =
                TrainCriticParameters.lora(p.name(), p.tupleSet(), p.backbone());
        CommandLineText text;
        if (p.mode() instanceof TrainingMode.FullParameter(boolean vision)) {
            text =
                    new CommandLineText(
                            usual.withMode(p.mode()).withTraining(TrainingSettings.FULL_PARAMETER),
                            p);
            text.begin("critic", p.name(), p.tupleSet(), "--model", model);
            text.add("--mode", "full");
            if (vision) {
                text.words.add("--vision");
            }
        } else {
            text = new CommandLineText(usual, p);
            text.begin("critic", p.name(), p.tupleSet(), "--model", model);
        }
        text.length();
        text.bothSeeds(p);
        text.options(CRITIC, "split");
        text.others("", text.base, text.wanted);
        return text.words;
    }

    private static List<String> scorer(TrainScorerParameters p, String model, Path modelsFolder) {
        TrainScorerParameters usual =
                TrainScorerParameters.of(
                        p.tupleSet(),
                        CriticChoice.of(p.critic().model()),
                        p.name(),
                        modelsFolder.resolve(p.name()));
        TrainScorerParameters base =
                new TrainScorerParameters(
                        usual.tupleSet(),
                        new PromptSplit(1, 0.1),
                        usual.critic(),
                        usual.families(),
                        usual.aspects(),
                        usual.network(),
                        usual.training(),
                        usual.batchImages(),
                        usual.name(),
                        usual.output());
        CommandLineText text = new CommandLineText(base, p);
        text.begin("scorer", p.name(), p.tupleSet(), "--critic", model);
        text.options(SCORER, "heldOut");
        text.others("", text.base, text.wanted);
        return text.words;
    }

    private void begin(String command, String name, String set, String option, String model) {
        words.addAll(List.of(command, name, "--pairs", set, option, model));
    }

    private void add(String option, String value) {
        words.add(option);
        words.add(value);
    }

    private void length() {
        JsonNode length = wanted.at("/training/length");
        if (!length.equals(base.at("/training/length"))) {
            add(
                    length.path("type").asText().equals("Steps") ? "--steps" : "--epochs",
                    length.path("count").asText());
            put("training.length", length);
        }
    }

    /** The command has one seed for both. */
    private void bothSeeds(TrainCriticParameters p) {
        if (p.modelSeed() == p.training().seed() && p.modelSeed() != 1) {
            add("--seed", Long.toString(p.modelSeed()));
            put("training.seed", at(wanted, "training.seed"));
            put("modelSeed", at(wanted, "modelSeed"));
        }
    }

    private void options(Map<String, String> options, String split) {
        options.forEach(
                (path, option) -> {
                    JsonNode now = at(wanted, path);
                    if (!now.isMissingNode() && !now.equals(at(base, path))) {
                        boolean seedOfNothing =
                                path.equals(split + ".seed")
                                        && at(wanted, split + ".threshold").asDouble() == 0;
                        if (seedOfNothing) {
                            // Dropped by the command where nothing is held out.
                            return;
                        }
                        add(option, now.asText());
                        put(path, now);
                        if (path.equals(split + ".threshold") && now.asDouble() == 0) {
                            put(split, tree(PromptSplit.none()));
                        }
                    }
                });
    }

    private void others(String prefix, JsonNode usual, JsonNode now) {
        now.properties()
                .forEach(
                        field -> {
                            String path = prefix + field.getKey();
                            JsonNode before = usual.path(field.getKey());
                            JsonNode value = field.getValue();
                            boolean sameType = value.path("type").equals(before.path("type"));
                            if (value.isObject() && before.isObject() && sameType) {
                                others(path + ".", before, value);
                            } else if (!same(before, value)) {
                                add(
                                        "--set",
                                        path
                                                + "="
                                                + (value.isTextual()
                                                        ? value.asText()
                                                        : value.toString()));
                            }
                        });
    }

    /** Lists of names are sets: their order says nothing. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isArray() && other.isArray()) {
            TreeSet<String> left = new TreeSet<>();
            TreeSet<String> right = new TreeSet<>();
            one.forEach(node -> left.add(node.toString()));
            other.forEach(node -> right.add(node.toString()));
            return left.equals(right);
        }
        return one.equals(other);
    }

    private static JsonNode at(JsonNode tree, String path) {
        return tree.at("/" + path.replace('.', '/'));
    }

    private void put(String path, JsonNode value) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? base : at(base, path.substring(0, dot));
        if (parent instanceof ObjectNode object) {
            object.set(path.substring(dot + 1), value.deepCopy());
        }
    }

    private static ObjectNode tree(Record record) {
        try {
            return (ObjectNode) JSON.readTree(JobJson.write(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record was not written as JSON", e);
        }
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+@%-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
