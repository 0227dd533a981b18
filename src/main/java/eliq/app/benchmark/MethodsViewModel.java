package eliq.app.benchmark;

import eliq.benchmark.Bootstrap;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.Mapping;
import eliq.benchmark.ScoreSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is to be held against the ratings of which set, and how numbers are counted. */
public final class MethodsViewModel {
    private static final long SEED = 1;

    /** A metric that can be ticked. */
    public record Ticked(Choice choice, BooleanProperty chosen) {}

    private final ObservableList<Choice> scorers = FXCollections.observableArrayList();
    private final ObservableList<Ticked> metrics = FXCollections.observableArrayList();
    private final ObservableList<ScoreSource> imported = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SetSummary>> set =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Choice>> scorer =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Mapping.Kind> curve =
            new SimpleObjectProperty<>(Mapping.Kind.LOGISTIC4);
    private final IntegerProperty draws = new SimpleIntegerProperty(Bootstrap.DEFAULT.draws());
    private final IntegerProperty splits =
            new SimpleIntegerProperty(EvaluateParameters.Weak.DEFAULT.repeats());
    private final IntegerProperty degraded =
            new SimpleIntegerProperty(EvaluateParameters.Monotonicity.DEFAULT.images());

    // Properties

    /** Scorers that can be run; at most one is. */
    public ObservableList<Choice> scorers() {
        return scorers;
    }

    public ObservableList<Ticked> metrics() {
        return metrics;
    }

    /** Files of scores of other tools. */
    public ObservableList<ScoreSource> imported() {
        return imported;
    }

    public ObjectProperty<Optional<SetSummary>> setProperty() {
        return set;
    }

    public ObjectProperty<Optional<Choice>> scorerProperty() {
        return scorer;
    }

    public ObjectProperty<Mapping.Kind> curveProperty() {
        return curve;
    }

    /** Bootstrap draws of prompts; 0 for no intervals. */
    public IntegerProperty drawsProperty() {
        return draws;
    }

    /** Splits of the labels for weak supervision; 0 for none. */
    public IntegerProperty splitsProperty() {
        return splits;
    }

    /** Images to degrade step by step; 0 for none. */
    public IntegerProperty degradedProperty() {
        return degraded;
    }

    // Commands

    /** What there is; what was chosen before stays so. The first scorer that is ready is taken where none was. */
    void offer(List<Choice> choices) {
        boolean first = scorers.isEmpty() && metrics.isEmpty();
        scorers.setAll(
                choices.stream().filter(c -> c.kind() == Choice.Kind.SCORER && c.ready()).toList());
        List<String> ticked =
                metrics.stream().filter(t -> t.chosen().get()).map(t -> t.choice().key()).toList();
        metrics.setAll(
                choices.stream()
                        .filter(c -> c.kind() == Choice.Kind.METRIC)
                        .map(
                                c ->
                                        new Ticked(
                                                c,
                                                new SimpleBooleanProperty(
                                                        ticked.contains(c.key()))))
                        .toList());
        if (first) {
            scorer.set(scorers.stream().findFirst());
        }
    }

    /** Adds a file of scores under a name of its own. */
    public void addScores(Path file, boolean lowerIsBetter) {
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        String name = stem;
        for (int i = 2; taken(name); i++) {
            name = stem + " " + i;
        }
        imported.add(
                new ScoreSource(
                        name,
                        file,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        lowerIsBetter));
    }

    private boolean taken(String name) {
        return imported.stream().anyMatch(s -> s.name().equals(name));
    }

    /** Says which way the scores of a file point. */
    public void turn(ScoreSource source, boolean lowerIsBetter) {
        int place = imported.indexOf(source);
        if (place >= 0 && source.lowerIsBetter() != lowerIsBetter) {
            imported.set(
                    place,
                    new ScoreSource(
                            source.name(),
                            source.file(),
                            source.image(),
                            source.visual(),
                            source.alignment(),
                            lowerIsBetter));
        }
    }

    private List<String> chosenMetrics() {
        return metrics.stream().filter(t -> t.chosen().get()).map(t -> t.choice().key()).toList();
    }

    /** Why it cannot be run as it stands, a sentence. */
    public Optional<String> problem() {
        if (set.get().isEmpty()) {
            return Optional.of("Choose a rated set.");
        }
        boolean needsImages = scorer.get().isPresent() || !chosenMetrics().isEmpty();
        if (!needsImages && imported.isEmpty()) {
            return Optional.of("Choose a scorer, a metric, or a file of scores.");
        }
        return needsImages && set.get().get().found() == 0
                ? Optional.of(
                        "The images of this set are not known, so that only files of scores can be held against it. "
                                + "Import it again with the folder of its images.")
                : Optional.empty();
    }

    /** What is to be run; to be asked only where there is no problem. */
    EvaluateParameters parameters(Path output) {
        return new EvaluateParameters(
                set.get().orElseThrow().name(),
                Optional.empty(),
                Optional.empty(),
                scorer.get().map(s -> Path.of(s.key())),
                Optional.empty(),
                chosenMetrics(),
                new ArrayList<>(imported),
                new EvaluateParameters.Statistics(curve.get(), new Bootstrap(draws.get(), SEED)),
                new EvaluateParameters.Weak(
                        Optional.empty(),
                        splits.get(),
                        EvaluateParameters.Weak.DEFAULT.seed(),
                        true),
                new EvaluateParameters.Monotonicity(
                        degraded.get(),
                        EvaluateParameters.Monotonicity.DEFAULT.steps(),
                        EvaluateParameters.Monotonicity.DEFAULT.seed()),
                output);
    }
}
