package eliq.nano;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.catalog.Aspect;
import eliq.critic.Instructions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A training that also sums up its losses by kind of question: one mean of all would hide which part learns. */
final class LossByKind implements BackboneTraining {

    private static final String ALIGNMENT_START =
            Instructions.DEFAULT
                    .alignment()
                    .substring(
                            0, Instructions.DEFAULT.alignment().indexOf(Instructions.PLACEHOLDER));

    private final BackboneTraining training;
    private final Map<String, double[]> sums = new TreeMap<>();

    LossByKind(BackboneTraining training) {
        this.training = training;
    }

    /** The mean losses since the last call, such as {@code alignment 0.612 checklist 0.310}. */
    String take() {
        String line =
                sums.entrySet().stream()
                        .map(
                                e ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.3f",
                                                e.getKey(),
                                                e.getValue()[0] / e.getValue()[1]))
                        .collect(Collectors.joining(" "));
        sums.clear();
        return line;
    }

    @Override
    public List<double[]> accumulate(List<TrainingExample> batch, double scale)
            throws BackboneException {
        List<double[]> losses = training.accumulate(batch, scale);
        for (int i = 0; i < batch.size(); i++) {
            List<Question> questions = batch.get(i).questions();
            for (int j = 0; j < questions.size(); j++) {
                Question question = questions.get(j);
                if (question.weight() == 0) {
                    continue;
                }
                double[] sum = sums.computeIfAbsent(kind(question), k -> new double[2]);
                sum[0] += question.weight() * losses.get(i)[j];
                sum[1] += question.weight();
            }
            int foretold = (int) questions.stream().filter(q -> q.foretold().isPresent()).count();
            for (int j = questions.size(); j < losses.get(i).length; j++) {
                String kind = j < questions.size() + foretold ? "prompt" : "sighting";
                double[] sum = sums.computeIfAbsent(kind, k -> new double[2]);
                sum[0] += losses.get(i)[j];
                sum[1]++;
            }
        }
        return losses;
    }

    private static String kind(Question question) {
        if (question.text().equals(NanoQuestions.CHECKLIST)) {
            return "checklist";
        }
        if (question.text().startsWith(ALIGNMENT_START)) {
            return Aspect.ALIGNMENT.key();
        }
        for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
            if (question.text().equals(NanoQuestions.text(aspect, Optional.empty()))) {
                return aspect.key();
            }
        }
        return "other";
    }

    @Override
    public double step(AdamW settings) throws BackboneException {
        return training.step(settings);
    }

    @Override
    public Backbone current() {
        return training.current();
    }

    @Override
    public void saveState(Path directory) throws BackboneException {
        training.saveState(directory);
    }

    @Override
    public void loadState(Path directory) throws BackboneException {
        training.loadState(directory);
    }

    @Override
    public void saveModel(Path directory) throws BackboneException {
        training.saveModel(directory);
    }

    @Override
    public void close() {
        training.close();
    }
}
