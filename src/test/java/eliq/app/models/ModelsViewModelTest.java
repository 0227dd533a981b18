package eliq.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.UiThread;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.JobState;
import eliq.critic.CriticCard;
import eliq.workbench.ModelDetails;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsViewModelTest {

    @TempDir private Path home;
    private final UiThread ui = new UiThread();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private ScorerHub hub;
    private Workbench workbench;
    private ModelsViewModel model;

    @BeforeEach
    void open() throws Exception {
        hub = new ScorerHub();
        workbench = Workbench.open(home.resolve("workspace"), hub.environment(home), home);
        model = fresh();
    }

    private ModelsViewModel fresh() throws Exception {
        ModelsViewModel made =
                ui.get(
                        () ->
                                new ModelsViewModel(
                                        workbench,
                                        worker,
                                        worker,
                                        ui,
                                        new StatusViewModel(),
                                        _ -> {}));
        ui.run(made::refresh);
        ui.await("models are listed", () -> !made.models().isEmpty());
        return made;
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
        worker.shutdown();
        ui.close();
        hub.close();
    }

    private ModelDetails named(String name) throws Exception {
        return ui.get(
                () ->
                        model.models().stream()
                                .filter(m -> m.model().name().equals(name))
                                .findFirst()
                                .orElseThrow());
    }

    private void pull() throws Exception {
        ui.run(() -> model.askFor(ScorerHub.MODEL));
        ui.await(
                "the hub has answered", () -> model.consent().questionProperty().get().isPresent());
        ui.run(model.consent()::agree);
    }

    @Test
    void theShippedScorerSaysWhichCriticItNeedsAndThatItIsThere() throws Exception {
        ModelDetails scorer = named("eliq-nano-scorer");

        assertEquals(Optional.empty(), scorer.problem());
        assertTrue(scorer.bonds().getFirst().needs().startsWith("critic "));
        assertEquals("float32", scorer.weights().orElseThrow().type());
        assertEquals(826_502, scorer.weights().orElseThrow().values());
    }

    @Test
    void thatAllModelsCameWithTheProgramIsKnownUntilOneComesFromElsewhere() throws Exception {
        assertTrue(onlyShipped());

        Path folder = Files.createDirectories(home.resolve("a-backbone"));
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(named("eliq-nano").model().folder().resolve(file), folder.resolve(file));
        }
        ui.run(() -> model.bringIn(folder, false));
        ui.await("it is listed", () -> model.models().size() == 3);
        assertFalse(onlyShipped());
    }

    private boolean onlyShipped() throws Exception {
        return ui.get(
                () ->
                        model.stateProperty().get() instanceof ModelsViewModel.State.Showing showing
                                && showing.onlyShipped());
    }

    @Test
    void beforeAnythingIsFetchedASentenceSaysHowMuchFromWhereAndInto() throws Exception {
        ui.run(() -> model.askFor("  " + ScorerHub.MODEL + " "));
        ui.await(
                "the hub has answered", () -> model.consent().questionProperty().get().isPresent());

        Question question = ui.get(() -> model.consent().questionProperty().get().orElseThrow());
        assertTrue(question.possible());
        assertTrue(
                question.sentence().contains(" MB will be downloaded from 127.0.0.1 into "),
                question.sentence());
        assertTrue(question.sentence().contains("no account"), question.sentence());
        assertTrue(hub.ranges().isEmpty());
        assertFalse(Files.exists(home.resolve("hf")));
    }

    @Test
    void whatIsDeclinedIsNotFetched() throws Exception {
        ui.run(() -> model.askFor(ScorerHub.MODEL));
        ui.await(
                "the hub has answered", () -> model.consent().questionProperty().get().isPresent());
        ui.run(model.consent()::decline);
        ui.run(model.consent()::agree);
        ui.await("nothing is asked", () -> model.consent().questionProperty().get().isEmpty());

        assertTrue(ui.get(() -> model.downloads().all().isEmpty()));
        assertTrue(hub.ranges().isEmpty());
    }

    @Test
    void aModelTheHubDoesNotHaveIsSaidInWords() throws Exception {
        ui.run(() -> model.askFor("org/absent"));
        ui.await("refused", () -> !model.noticeProperty().get().isEmpty());

        assertTrue(ui.get(() -> model.noticeProperty().get()).contains("org/absent"));
        assertFalse(ui.get(() -> model.consent().askingProperty().get()));
    }

    @Test
    void aPausedDownloadGoesOnWhereItStoppedAlsoAfterARestart() throws Exception {
        hub.stallOnce();
        pull();
        ui.await(
                "some of it has come",
                () ->
                        !model.downloads().all().isEmpty()
                                && model.downloads().all().getFirst().job().fractionProperty().get()
                                        > 0.1);
        ui.run(() -> model.downloads().pause(model.downloads().all().getFirst()));
        ui.await(
                "paused",
                () ->
                        model.downloads().all().getFirst().job().stateProperty().get()
                                == JobState.PAUSED);

        model = fresh();
        ui.await("the download is offered", () -> model.downloads().all().size() == 1);
        assertEquals(ScorerHub.MODEL, ui.get(() -> model.downloads().all().getFirst().model()));
        ui.run(() -> model.downloads().resume(model.downloads().all().getFirst()));
        ui.await("nothing is on its way", () -> model.downloads().all().isEmpty());
        ui.await(
                "it is listed",
                () ->
                        model.models().stream()
                                .anyMatch(m -> m.model().name().equals(ScorerHub.MODEL)));

        assertTrue(
                hub.ranges().stream().anyMatch(r -> r.startsWith("bytes=")),
                hub.ranges()::toString);
    }

    @Test
    void aModelIsVerifiedByItsDigestsAndADamagedOneSaysWhatToDo() throws Exception {
        pull();
        ui.await(
                "it is listed",
                () ->
                        model.models().stream()
                                .anyMatch(m -> m.model().name().equals(ScorerHub.MODEL)));
        ModelDetails pulled = named(ScorerHub.MODEL);
        Path folder = pulled.model().folder();
        ui.run(() -> model.verify(pulled));
        ui.await(
                "good",
                () -> !(model.verifications().all().get(folder) instanceof Verification.Running));
        assertTrue(
                ui.get(() -> model.verifications().all().get(folder)) instanceof Verification.Good,
                () -> model.verifications().all().get(folder).toString());

        Path weights = folder.resolve("scorer.safetensors").toRealPath();
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        weights.toFile().setWritable(true);
        Files.write(weights, bytes);
        ui.run(() -> model.verify(pulled));
        ui.await(
                "damaged",
                () -> model.verifications().all().get(folder) instanceof Verification.Damaged);

        Verification found = ui.get(() -> model.verifications().all().get(folder));
        assertTrue(found.toString().contains("scorer.safetensors"), found::toString);
    }

    @Test
    void removingIsAskedAboutFirstAndThenFreesTheDisk() throws Exception {
        pull();
        ui.await(
                "it is listed",
                () ->
                        model.models().stream()
                                .anyMatch(m -> m.model().name().equals(ScorerHub.MODEL)));
        ModelDetails pulled = named(ScorerHub.MODEL);
        ui.run(() -> model.askToRemove(pulled));
        ui.await("asked", () -> model.consent().questionProperty().get().isPresent());
        assertTrue(Files.exists(pulled.model().folder()));

        ui.run(model.consent()::agree);
        ui.await(
                "gone",
                () ->
                        model.models().stream()
                                .noneMatch(m -> m.model().name().equals(ScorerHub.MODEL)));
        assertFalse(Files.exists(pulled.model().folder()));
    }

    @Test
    void theShippedModelIsNotRemoved() throws Exception {
        ModelDetails shipped = named("eliq-nano");

        assertFalse(ModelsViewModel.isRemovable(shipped));
        ui.run(() -> model.askToRemove(shipped));
        ui.await("refused", () -> !model.noticeProperty().get().isEmpty());
        assertTrue(ui.get(() -> model.consent().questionProperty().get()).isEmpty());
    }

    @Test
    void aScorerWhoseCriticIsAnotherOneSaysSo() throws Exception {
        Path copy = home.resolve("strange-scorer");
        Path shipped = Path.of("models", "eliq-nano-scorer");
        Files.createDirectories(copy.resolve("critic"));
        for (String file :
                List.of(
                        "scorer.safetensors",
                        "critic/adapter_config.json",
                        "critic/adapter_model.safetensors",
                        "critic/critic.json")) {
            Files.copy(shipped.resolve(file), copy.resolve(file));
        }
        String card = Files.readString(shipped.resolve("scorer.json"));
        String critic = CriticCard.read(shipped.resolve("critic")).identity();
        Files.writeString(copy.resolve("scorer.json"), card.replace(critic, "0".repeat(64)));
        ui.run(() -> model.bringIn(copy, false));
        ui.await(
                "it is listed",
                () ->
                        model.models().stream()
                                .anyMatch(m -> m.model().name().equals("strange-scorer")));

        String problem = named("strange-scorer").problem().orElseThrow();
        assertTrue(problem.contains("is not the one that it was trained on"), problem);
    }
}
