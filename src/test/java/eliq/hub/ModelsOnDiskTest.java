package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.hub.InstalledModel.Origin;
import eliq.hub.VerifiedModels.State;
import eliq.hub.VerifiedModels.VerifiedFile;
import eliq.job.JobCancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models once they are here: listed, verified, imported, removed. */
@Timeout(300)
class ModelsOnDiskTest {
    private static final String WEIGHTS = "model.safetensors";

    @TempDir Path root;
    private PullFixture f;

    @BeforeEach
    void start() throws Exception {
        f = new PullFixture(root);
    }

    @AfterEach
    void stop() {
        f.close();
    }

    /** Two commits with the same weights and tokenizer, main and v1. */
    private List<String> twoCommits() throws Exception {
        String first = f.publish();
        f.hub.revision("v1", first);
        f.pull("org/tiny@v1");
        String second = f.hub.commit(2, PullFixture.small("second"), Map.of(WEIGHTS, f.weights));
        f.pull(PullFixture.MODEL);
        return List.of(first, second);
    }

    private Path localModel(String name) throws Exception {
        Path folder = Files.createDirectories(root.resolve("elsewhere").resolve(name));
        Files.write(folder.resolve("config.json"), PullFixture.small("local").get("config.json"));
        Files.write(folder.resolve(WEIGHTS), f.weights);
        Files.createDirectories(folder.resolve(".git/lfs"));
        Files.write(folder.resolve(".git/lfs/twin"), f.weights);
        return folder;
    }

    private ImportedModel imported(Path folder, String name, boolean copy) throws Exception {
        return new ImportModelJob(root.resolve("models"))
                .run(new ImportModel(folder, name, copy), f.context());
    }

    private ModelFolders folders() {
        return new ModelFolders(List.of(root.resolve("models")), f.environment, root);
    }

    @Test
    void theListShowsEveryRevisionWithItsNameKindSizeAndWhatIsMissing() throws Exception {
        List<String> commits = twoCommits();
        Files.delete(f.file(commits.get(0), WEIGHTS));
        Map<String, InstalledModel> models =
                f.installed().list().stream()
                        .collect(Collectors.toMap(InstalledModel::name, m -> m));
        assertEquals(Set.of("org/tiny", "org/tiny@v1"), models.keySet());
        InstalledModel main = models.get("org/tiny");
        assertEquals(ModelKind.BACKBONE, main.kind());
        assertEquals(Origin.CACHE, main.origin());
        assertEquals(Optional.of("main"), main.revisions());
        assertEquals(Optional.empty(), main.problem());
        assertTrue(main.bytes() > f.weights.length);
        assertEquals(Optional.of("it has no weights"), models.get("org/tiny@v1").problem());
    }

    @Test
    void aModelThatIsNotWholeIsNotUsedAndItSaysWhatToDo() throws Exception {
        String commit = f.publish();
        f.pull(PullFixture.MODEL);
        Files.delete(f.file(commit, WEIGHTS).toRealPath());
        HubException e = assertThrows(HubException.class, () -> folders().find("org/tiny"));
        assertTrue(e.getMessage().contains("model.safetensors is missing"), e.getMessage());
        assertTrue(e.getMessage().contains("'eliq models pull org/tiny'"), e.getMessage());
    }

    @Test
    void aModelThatIsNowhereIsOfferedToBeFetched() {
        HubException e = assertThrows(HubException.class, () -> folders().find("org/absent"));
        assertTrue(e.getMessage().contains("'eliq models pull org/absent'"), e.getMessage());
    }

    @Test
    void removingARevisionFreesOnlyTheContentThatNoOtherUses() throws Exception {
        List<String> commits = twoCommits();
        byte[] config = PullFixture.small("first").get("config.json");
        ModelRemoval removal = new ModelRemoval(f.installed());

        assertEquals(config.length, removal.remove("org/tiny@v1", true).getFirst().freed());
        assertTrue(Files.exists(f.file(commits.get(0), "config.json")), "only asked");

        assertEquals(config.length, removal.remove("org/tiny@v1", false).getFirst().freed());
        assertFalse(Files.exists(f.cached().snapshot(commits.get(0))));
        assertFalse(Files.exists(f.cached().refs().resolve("v1")));
        assertFalse(Files.exists(f.cached().blobs().resolve(TestHub.gitBlob(config))));
        assertArrayEquals(f.weights, Files.readAllBytes(f.file(commits.get(1), WEIGHTS)));
    }

    @Test
    void removingARepositoryTakesAllRevisionsAndTheirContent() throws Exception {
        twoCommits();
        ModelRemoval removal = new ModelRemoval(f.installed());
        long would =
                removal.remove("org/tiny", true).stream()
                        .mapToLong(ModelRemoval.Removed::freed)
                        .sum();
        long freed =
                removal.remove("org/tiny", false).stream()
                        .mapToLong(ModelRemoval.Removed::freed)
                        .sum();
        assertEquals(freed, would);
        assertTrue(freed > f.weights.length && freed < 2L * f.weights.length, "freed " + freed);
        assertFalse(Files.exists(f.cached().folder()));
        assertThrows(HubException.class, () -> removal.remove("org/tiny", false));
    }

    @Test
    void aRepositoryThatIsBeingFetchedIsNotRemoved() throws Exception {
        f.publish();
        f.pull(PullFixture.MODEL);
        FileDigest digest = new FileDigest(FileDigest.Kind.SHA256, TestHub.sha256(f.weights));
        Path lock = f.cached().lock(digest);
        try (BlobLock _ = BlobLock.acquire(lock, "it", Pause.real(), f.context())) {
            HubException e =
                    assertThrows(
                            HubException.class,
                            () -> new ModelRemoval(f.installed()).remove("org/tiny", false));
            assertTrue(e.getMessage().contains("being fetched now"), e.getMessage());
        }
    }

    @Test
    void aShippedModelStays() throws Exception {
        Path shipped = root.resolve("elsewhere");
        localModel("eliq-nano");
        InstalledModels models =
                new InstalledModels(
                        root.resolve("models"), Optional.of(shipped), f.hubEnvironment());
        assertEquals(Origin.SHIPPED, models.list().getFirst().origin());
        assertThrows(HubException.class, () -> new ModelRemoval(models).remove("eliq-nano", false));
    }

    @Test
    void aDamagedFileIsFoundByItsDigest() throws Exception {
        String commit = f.publish();
        f.pull(PullFixture.MODEL);
        VerifyModelsJob verify = new VerifyModelsJob(f.installed());
        VerifyModels all = new VerifyModels(List.of());
        assertTrue(
                verify.run(all, f.context()).files().stream()
                        .allMatch(file -> file.state() == State.VERIFIED));

        byte[] other = f.weights.clone();
        other[200_000] ^= 1;
        Files.write(f.file(commit, WEIGHTS).toRealPath(), other);
        Files.delete(f.file(commit, "tokenizer.json"));
        Map<String, VerifiedFile> found =
                verify.run(all, f.context()).files().stream()
                        .collect(Collectors.toMap(VerifiedFile::file, v -> v));
        assertEquals(State.VERIFIED, found.get("config.json").state());
        assertEquals(State.DAMAGED, found.get(WEIGHTS).state());
        assertEquals(State.MISSING, found.get("tokenizer.json").state());
        assertTrue(found.get(WEIGHTS).reason().get().contains(TestHub.sha256(f.weights)));
    }

    @Test
    void aVerificationThatIsResumedDoesNotReadAgainWhatItFoundRight() throws Exception {
        f.publish();
        f.pull(PullFixture.MODEL);
        VerifyModelsJob verify = new VerifyModelsJob(f.installed());
        VerifyModels all = new VerifyModels(List.of());
        TestContext context = f.context();
        VerifiedModels first = verify.run(all, context);
        assertEquals(3, Files.readAllLines(context.directory().resolve("verified.txt")).size());
        assertEquals(first, verify.run(all, new TestContext(context.directory(), true)));
        assertEquals(3, Files.readAllLines(context.directory().resolve("verified.txt")).size());
    }

    @Test
    void aLocalModelIsHeldToItsForm() throws Exception {
        Path folder = localModel("broken");
        imported(folder, "broken", false);
        Files.write(folder.resolve(WEIGHTS), Arrays.copyOf(f.weights, 1000));
        Map<String, VerifiedFile> found =
                new VerifyModelsJob(f.installed())
                        .run(new VerifyModels(List.of("broken")), f.context()).files().stream()
                                .collect(Collectors.toMap(VerifiedFile::file, v -> v));
        assertEquals(State.READABLE, found.get("config.json").state());
        assertEquals(State.DAMAGED, found.get(WEIGHTS).state());
    }

    @Test
    void anImportedModelIsFoundWhereItLies() throws Exception {
        Path folder = localModel("mine");
        ImportedModel imported = imported(folder, "short", false);
        assertEquals(ModelKind.BACKBONE, imported.kind());
        assertEquals(folder, folders().find("short"));
        assertEquals(Origin.REFERRED, f.installed().list().getFirst().origin());

        new ModelRemoval(f.installed()).remove("short", false);
        assertTrue(Files.exists(folder.resolve(WEIGHTS)), "it was only referred to");
        assertThrows(HubException.class, () -> folders().find("short"));
    }

    @Test
    void aReferredModelThatWentAwaySaysWhereItWas() throws Exception {
        Path folder = localModel("mine");
        imported(folder, "mine", false);
        SafeFiles.remove(folder);
        HubException e = assertThrows(HubException.class, () -> folders().find("mine"));
        assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
    }

    @Test
    void aCopyHasTheModelsFilesAndNoHiddenOnes() throws Exception {
        Path folder = localModel("mine");
        ImportedModel imported = imported(folder, "copy", true);
        SafeFiles.remove(folder);
        assertEquals(root.resolve("models/copy"), folders().find("copy"));
        assertEquals(2, SafeFiles.below(imported.folder()).size());
        assertArrayEquals(f.weights, Files.readAllBytes(imported.folder().resolve(WEIGHTS)));
    }

    @Test
    void aCopyThatWasStoppedGoesOnFileByFile() throws Exception {
        Path folder = localModel("mine");
        ImportModelJob job = new ImportModelJob(root.resolve("models"));
        ImportModel parameters = new ImportModel(folder, "copy", true);
        TestContext context = f.context();
        context.onProgress(context::cancel);
        assertThrows(JobCancelledException.class, () -> job.run(parameters, context));
        assertEquals(List.of(), List.copyOf(new Shelf(root.resolve("models")).models().keySet()));

        TestContext again = new TestContext(context.directory(), true);
        assertEquals(root.resolve("models/copy"), job.run(parameters, again).folder());
        assertEquals(List.of(root.resolve("models/copy")), children(root.resolve("models")));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void aNameThatIsTakenOrAFolderWithoutAModelIsRefused() throws Exception {
        Path folder = localModel("mine");
        imported(folder, "mine", true);
        assertThrows(HubException.class, () -> imported(folder, "mine", true));
        assertThrows(HubException.class, () -> imported(folder, "../mine", false));
        Path empty = Files.createDirectories(root.resolve("empty"));
        assertThrows(HubException.class, () -> imported(empty, "empty", false));
    }
}
