package eliq.app.train;

import eliq.app.form.FormModel;
import eliq.app.words.Failure;
import eliq.critic.TrainCriticParameters;
import eliq.scorer.TrainScorerParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The training that would be started: its settings, whether they hold, and what it would cost. Knows no scene graph. */
public final class SetupModel {

    private static final String OWN = "Your own settings; or begin with a preset.";

    private final Trainings trainings;
    private final Executor worker;
    private final Executor ui;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.CRITIC);
    private final NamedChoice<PairSet> set = new NamedChoice<>(PairSet::name);
    private final NamedChoice<ModelChoice> model = new NamedChoice<>(ModelChoice::name);
    private final StringProperty name = new SimpleStringProperty("my-critic");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final CostModel cost;
    private final ReadOnlyObjectWrapper<Optional<Preset>> preset =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(OWN);
    private final FormModel<TrainCriticParameters> critic;
    private final FormModel<TrainScorerParameters> scorer;
    private Choices choices = new Choices(List.of(), List.of(), Path.of("."));
    private boolean filling;

    SetupModel(Trainings trainings, Executor worker, Executor ui) {
        this.trainings = trainings;
        this.worker = worker;
        this.ui = ui;
        cost = new CostModel(trainings, worker, ui);
        critic =
                new FormModel<>(
                        TrainCriticParameters.lora("critic", "", Path.of("")),
                        TrainCriticParameters.class,
                        CriticForm.settings());
        scorer =
                new FormModel<>(
                        ScorerForm.usual(), TrainScorerParameters.class, ScorerForm.settings());
        stage.subscribe((_, now) -> stageChosen(now));
        set.chosenProperty().subscribe((_, _) -> changed());
        model.chosenProperty().subscribe((_, _) -> changed());
        name.subscribe((_, _) -> changed());
        critic.valueProperty().subscribe((_, _) -> edited());
        scorer.valueProperty().subscribe((_, _) -> edited());
    }

    // Properties

    public ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    public ObservableList<PairSet> sets() {
        return set.offered();
    }

    /** Those that fit the stage. */
    public ObservableList<ModelChoice> models() {
        return model.offered();
    }

    public ObjectProperty<PairSet> setProperty() {
        return set.chosenProperty();
    }

    public ObjectProperty<ModelChoice> modelProperty() {
        return model.chosenProperty();
    }

    /** Of what comes out. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Why it cannot be started, one sentence; empty where it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What a training with these settings would cost. */
    public CostModel cost() {
        return cost;
    }

    /** Whose settings these are, until one is changed. */
    public ReadOnlyObjectProperty<Optional<Preset>> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** What there is to say of the preset. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public FormModel<TrainCriticParameters> critic() {
        return critic;
    }

    public FormModel<TrainScorerParameters> scorer() {
        return scorer;
    }

    /** The training as it now stands; empty where {@link #problemProperty} says why. */
    public Optional<Training> training() {
        if (set.now().isEmpty() || model.now().isEmpty()) {
            return Optional.empty();
        }
        try {
            return stage.get() == Stage.CRITIC
                    ? critic.valueProperty().get().map(this::ofCritic)
                    : scorer.valueProperty().get().map(this::ofScorer);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The command line of this training; empty where there is none. */
    public Optional<String> command() {
        return training().map(this::command);
    }

    /** The command line of a training. */
    public String command(Training training) {
        return CommandLineText.of(
                training,
                choices.inFolder(training.model())
                        .map(ModelChoice::name)
                        .orElse(training.model().toString()),
                choices.modelsFolder());
    }

    // Commands

    /** Chooses these, by name, as soon as they can be chosen. */
    public void prefer(Optional<String> set, Optional<String> model) {
        this.set.prefer(set);
        this.model.prefer(model);
        offer(choices);
    }

    /** Says what there is to choose among. */
    void offer(Choices now) {
        choices = now;
        set.offer(now.sets());
        offerModels();
        changed();
    }

    /** Works the cost out anew: a run that has ended says more of it than those before. */
    void reckonAnew() {
        changed();
    }

    /** Fills in a preset's settings; set, model and name stay. */
    public void use(Preset wanted) {
        Optional<Training> now = training();
        if (now.isEmpty()) {
            return;
        }
        long tuples = set.now().orElseThrow().tuples();
        worker.execute(
                () -> {
                    try {
                        Rate rate = trainings.rate(now.get());
                        Optional<Machine> machine =
                                wanted.asksForTheMachine()
                                        ? Optional.of(trainings.machine())
                                        : Optional.empty();
                        long size = trainings.parameters(now.get().model());
                        Training filled = wanted.of(now.get(), rate, machine, size, tuples);
                        ui.execute(
                                () -> {
                                    fill(filled);
                                    preset.set(Optional.of(wanted));
                                    note.set(wanted.note(machine));
                                });
                    } catch (TrainException e) {
                        ui.execute(() -> cost.fail(Failure.sentence(e)));
                    }
                });
    }

    /** Fills in everything as it was in an earlier run, under another name. */
    public void again(Training earlier) {
        stage.set(earlier.stage());
        set.choose(earlier.set());
        choices.inFolder(earlier.model()).map(ModelChoice::name).ifPresent(model::choose);
        name.set(next(earlier.name()));
        fill(earlier);
    }

    /** The same name with the next number behind it. */
    static String next(String name) {
        int dash = name.lastIndexOf('-');
        String tail = name.substring(dash + 1);
        return dash > 0 && tail.matches("\\d{1,6}")
                ? name.substring(0, dash + 1) + (Integer.parseInt(tail) + 1)
                : name + "-2";
    }

    private void fill(Training training) {
        filling = true;
        try {
            switch (training) {
                case Training.OfCritic(TrainCriticParameters p) -> critic.set(p);
                case Training.OfScorer(TrainScorerParameters p) -> scorer.set(p);
            }
        } finally {
            filling = false;
        }
        own();
        changed();
    }

    private void stageChosen(Stage now) {
        if (name.get().matches("my-(critic|scorer)")) {
            name.set(now == Stage.CRITIC ? "my-critic" : "my-scorer");
        }
        own();
        offerModels();
        changed();
    }

    private void own() {
        preset.set(Optional.empty());
        note.set(OWN);
    }

    private void offerModels() {
        model.offer(choices.models(stage.get()));
    }

    private void edited() {
        if (!filling) {
            own();
            changed();
        }
    }

    private void changed() {
        if (filling) {
            return;
        }
        problem.set(findProblem());
        cost.of(training());
    }

    private String findProblem() {
        if (set.now().isEmpty()) {
            return "Choose the pairs to learn from.";
        }
        if (model.now().isEmpty()) {
            return "Choose a model; Models shows those there are.";
        }
        if (name.get() == null || !name.get().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            return "The name may have letters, digits, dots, hyphens and underscores, and begins"
                    + " with a letter or digit.";
        }
        boolean whole =
                stage.get() == Stage.CRITIC
                        ? critic.valueProperty().get().isPresent()
                        : scorer.valueProperty().get().isPresent();
        return whole ? "" : "A setting is out of its range; see the field in red.";
    }

    private Training ofCritic(TrainCriticParameters p) {
        return chosen().critic(p);
    }

    private Training ofScorer(TrainScorerParameters p) {
        if (!findProblem().isEmpty()) {
            throw new IllegalArgumentException(findProblem());
        }
        return chosen().scorer(p, choices.modelsFolder());
    }

    private ChosenParts chosen() {
        return new ChosenParts(name.get(), set.now().orElseThrow(), model.now().orElseThrow());
    }
}
