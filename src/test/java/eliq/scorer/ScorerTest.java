package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.critic.Critic;
import eliq.critic.Instructions;
import eliq.image.Pixels;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorerTest {
    private static final NetworkSettings SMALL = new NetworkSettings(0, 16, 1, 2, 32, 0.1);
    private static final TrainingSettings SHORT =
            new TrainingSettings(1, true, 0.3, 3e-3, 0.01, 1, 5, 2, 8, 0, 0.25, 3);
    private static final String BACKBONE = "a".repeat(64);

    @TempDir Path folder;
    private final List<EmbeddedTuple> tuples = new Synthetic(1).tuples(12);
    private TrainedNetwork trained;

    @BeforeEach
    void aScorerIsTrainedAndSaved() throws Exception {
        trained = ScorerTrainer.train(tuples, SMALL, SHORT, Optional.empty(), epoch -> {});
        Scorer.save(folder, card(), trained, tuples);
    }

    private ScorerCard card() {
        return ScorerCard.of("tiny", CriticChoice.of(folder), critic(BACKBONE), trained, tuples);
    }

    private static Critic critic(String weights) {
        return critic(weights, Instructions.DEFAULT);
    }

    private static Critic critic(String weights, Instructions instructions) {
        return new Critic(new FakeBackbone("fake-" + weights.charAt(0), weights), instructions);
    }

    private ImageScorer open() throws ScorerException {
        return new ImageScorer(critic(BACKBONE), Scorer.open(folder));
    }

    @Test
    void whatIsLoadedScoresAsWhatWasSaved() throws Exception {
        Path again = folder.resolve("again");
        Scorer.save(again, card(), trained, tuples);
        try (Scorer one = Scorer.open(folder);
                Scorer other = Scorer.open(again)) {
            for (EmbeddedTuple tuple : tuples) {
                assertEquals(one.score(tuple.positive()), other.score(tuple.positive()));
            }
            assertEquals(one.identity(), other.identity());
            assertEquals(SHORT, one.card().training());
            assertEquals(Instructions.DEFAULT, one.card().instructions());
            assertEquals(trained.history(), one.card().history());
        }
    }

    static Stream<NetworkSettings> variants() {
        return Stream.of(
                SMALL.with(new Fusion.Mean()),
                SMALL.with(new Fusion.Concatenation()),
                SMALL.with(new Head.Perceptron()));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyVariantTrainsAndItsSavedFormScoresTheSame(NetworkSettings settings) throws Exception {
        TrainedNetwork variant =
                ScorerTrainer.train(
                        tuples, settings, SHORT.withEpochs(12), Optional.empty(), epoch -> {});
        assertTrue(
                variant.history().getLast().loss() < variant.history().getFirst().loss(),
                "the loss does not fall: " + variant.history());
        List<AspectEmbeddings> positives = tuples.stream().map(EmbeddedTuple::positive).toList();
        Path saved = folder.resolve("variant");
        ScorerCard card =
                ScorerCard.of("v", CriticChoice.of(folder), critic(BACKBONE), variant, tuples);
        Scorer.save(saved, card, variant, tuples);
        try (Scorer scorer = Scorer.open(saved)) {
            assertEquals(settings, scorer.card().network());
            List<Scorer.Scores> before = variant.scores(positives);
            for (int i = 0; i < before.size(); i++) {
                Scorer.Scores loaded = scorer.score(positives.get(i));
                assertEquals(before.get(i).visual(), loaded.visual(), 1e-5);
                assertEquals(before.get(i).alignment(), loaded.alignment(), 1e-5);
            }
        }
    }

    /** As this program wrote it before fusion, head and loss could be chosen. */
    @Test
    void aScorerOfTheFirstFormatStillLoads() throws Exception {
        double score;
        try (Scorer scorer = Scorer.open(folder)) {
            score = scorer.score(tuples.getFirst().positive()).visual();
        }
        Path card = folder.resolve("scorer.json");
        ObjectNode first = (ObjectNode) Json.MAPPER.readTree(Files.readString(card));
        first.put("format", 1);
        ((ObjectNode) first.get("network")).remove(List.of("fusion", "head", "evidence"));
        ((ObjectNode) first.get("training"))
                .remove(
                        List.of(
                                "ranking",
                                "marginGrowth",
                                "strengthMargin",
                                "strengthWeight",
                                "selection"));
        Files.writeString(card, first.toString());
        try (Scorer scorer = Scorer.open(folder)) {
            assertEquals(SMALL, scorer.card().network());
            assertEquals(Selection.ACCURACY, scorer.card().training().selection());
            assertEquals(score, scorer.score(tuples.getFirst().positive()).visual());
        }
    }

    /** As this program wrote it before the critic's odds could be added. */
    @Test
    void aScorerOfTheSecondFormatStillLoads() throws Exception {
        double score;
        try (Scorer scorer = Scorer.open(folder)) {
            score = scorer.score(tuples.getFirst().positive()).visual();
        }
        Path card = folder.resolve("scorer.json");
        ObjectNode second = (ObjectNode) Json.MAPPER.readTree(Files.readString(card));
        second.put("format", 2);
        ((ObjectNode) second.get("network")).remove("evidence");
        Files.writeString(card, second.toString());
        try (Scorer scorer = Scorer.open(folder)) {
            assertEquals(SMALL, scorer.card().network());
            assertEquals(
                    TrainingSettings.DEFAULT.selection(), scorer.card().training().selection());
            assertEquals(score, scorer.score(tuples.getFirst().positive()).visual());
        }
    }

    /** As this program wrote it when the critic's odds were all that could be added. */
    @Test
    void aScorerOfTheThirdFormatStillLoads() throws Exception {
        NetworkSettings withOdds = SMALL.with(CriticEvidence.ODDS);
        TrainedNetwork trained =
                ScorerTrainer.train(
                        tuples, withOdds, SHORT.withEpochs(1), Optional.empty(), epoch -> {});
        Path other = folder.resolve("third");
        ScorerCard saved =
                ScorerCard.of("t", CriticChoice.of(folder), critic(BACKBONE), trained, tuples);
        Scorer.save(other, saved, trained, tuples);
        double score;
        try (Scorer scorer = Scorer.open(other)) {
            score = scorer.score(tuples.getFirst().positive()).visual();
        }
        Path card = other.resolve("scorer.json");
        ObjectNode third = (ObjectNode) Json.MAPPER.readTree(Files.readString(card));
        third.put("format", 3);
        ((ObjectNode) third.get("network")).put("criticOdds", true).remove("evidence");
        Files.writeString(card, third.toString());
        try (Scorer scorer = Scorer.open(other)) {
            assertEquals(withOdds, scorer.card().network());
            assertEquals(score, scorer.score(tuples.getFirst().positive()).visual());
        }
    }

    @Test
    void aFormatOfTheFutureIsRefused() throws Exception {
        Path card = folder.resolve("scorer.json");
        ObjectNode future = (ObjectNode) Json.MAPPER.readTree(Files.readString(card));
        future.put("format", 99);
        Files.writeString(card, future.toString());
        ScorerException refused =
                assertThrows(ScorerException.class, () -> Scorer.open(folder).close());
        assertTrue(refused.getMessage().contains("format 99"), refused.getMessage());
    }

    @Test
    void anotherBackboneIsRefusedByName() throws Exception {
        Critic other = critic("b".repeat(64));
        try (Scorer scorer = Scorer.open(folder)) {
            ScorerException refused =
                    assertThrows(ScorerException.class, () -> new ImageScorer(other, scorer));
            assertTrue(refused.getMessage().contains("fake-a"), refused.getMessage());
            assertTrue(refused.getMessage().contains("fake-b"), refused.getMessage());
        }
    }

    @Test
    void otherInstructionTextsAreRefused() throws Exception {
        Instructions other = new Instructions("Sharp?", "Pretty?", "Does it show {prompt}?", "");
        try (Scorer scorer = Scorer.open(folder)) {
            ScorerException refused =
                    assertThrows(
                            ScorerException.class,
                            () -> new ImageScorer(critic(BACKBONE, other), scorer));
            assertTrue(refused.getMessage().contains("instruction"), refused.getMessage());
        }
    }

    @Test
    void withoutAPromptThereIsNoAlignment() throws Exception {
        try (ImageScorer scorer = open()) {
            ImageScore score = scorer.score(FakeBackbone.grey(200), Optional.of("  "));
            assertEquals(OptionalDouble.empty(), score.alignment());
            assertEquals(OptionalDouble.empty(), score.alignmentHigh());
            ImageScore prompted = scorer.score(FakeBackbone.grey(200), Optional.of("a cat"));
            assertTrue(prompted.alignment().isPresent());
            assertNotEquals(score.visual(), prompted.visual());
            assertTrue(score.technicalGate() > 0 && score.technicalGate() < 1);
        }
    }

    @Test
    void theSameDigitsAloneAndInCompany() throws Exception {
        List<Pixels> pictures = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 6; i++) {
            pictures.add(FakeBackbone.grey(random.nextInt(256)));
        }
        try (ImageScorer scorer = open()) {
            List<ImageScore> together = new ArrayList<>();
            for (Pixels picture : pictures) {
                together.add(scorer.score(picture, Optional.of("a cat")));
            }
            for (int i = pictures.size() - 1; i >= 0; i--) {
                try (ImageScorer alone = open()) {
                    assertEquals(
                            together.get(i), alone.score(pictures.get(i), Optional.of("a cat")));
                }
            }
        }
    }

    @Test
    void hundredsOfScoringsHoldNoMoreMemory() throws Exception {
        try (Scorer scorer = Scorer.open(folder)) {
            AspectEmbeddings embeddings = tuples.getFirst().positive();
            for (int i = 0; i < 20; i++) {
                scorer.score(embeddings);
            }
            int held = scorer.heldArrays();
            long before = residentKilobytes();
            for (int i = 0; i < 400; i++) {
                scorer.score(embeddings);
            }
            assertEquals(held, scorer.heldArrays());
            assertTrue(residentKilobytes() - before < 200_000, "resident memory grew");
        }
    }

    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    @Test
    void aTruncatedTensorFileIsNamed() throws Exception {
        Path file = folder.resolve("scorer.safetensors");
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(access.length() / 2);
        }
        ScorerException refused = assertThrows(ScorerException.class, () -> Scorer.open(folder));
        assertTrue(refused.getMessage().contains("scorer.safetensors"), refused.getMessage());
    }

    @Test
    void aFolderWithoutAScorerIsSaidSo() {
        ScorerException refused =
                assertThrows(ScorerException.class, () -> Scorer.open(folder.resolve("elsewhere")));
        assertTrue(refused.getMessage().contains("holds no scorer"), refused.getMessage());
    }

    @Test
    void theCriticIsFoundWhereItWasOrBesideTheScorer(@TempDir Path shelf) throws Exception {
        Path moved = Files.createDirectories(shelf.resolve("a-scorer"));
        ScorerCard trainedElsewhere =
                ScorerCard.of(
                        "tiny",
                        CriticChoice.of(shelf.resolve("gone").resolve("a-model")),
                        critic(BACKBONE),
                        trained,
                        tuples);
        ScorerException missing =
                assertThrows(
                        ScorerException.class,
                        () -> new CriticSearch(moved, trainedElsewhere).find());
        assertTrue(missing.getMessage().contains("a-model"), missing.getMessage());
        Path beside = Files.createDirectories(shelf.resolve("a-model"));
        assertEquals(beside, new CriticSearch(moved, trainedElsewhere).find().model());
        Path own = Files.createDirectories(moved.resolve("critic"));
        assertEquals(own, new CriticSearch(moved, trainedElsewhere).find().model());
    }

    @Test
    void aCalibrationRisesOrIsRefused() throws Exception {
        Calibration line = Calibration.fit(new double[] {0, 1, 2}, new double[] {1, 3, 5});
        assertEquals(7, line.apply(3), 1e-12);
        assertThrows(
                ScorerException.class,
                () -> Calibration.fit(new double[] {0, 1}, new double[] {2, 1}));
        Scorer.calibrate(folder, Optional.of(line), Optional.empty());
        try (Scorer scorer = Scorer.open(folder)) {
            assertEquals(Optional.of(line), scorer.visualCalibration());
            assertEquals(Optional.empty(), scorer.alignmentCalibration());
        }
    }

    @Test
    void theReferencePlacesAScoreAmongPositives() throws Exception {
        ReferenceDistribution reference =
                new ReferenceDistribution(new double[] {3, 1, 2, 2}, new double[0]);
        assertEquals(50, reference.visualPercentile(2).orElseThrow());
        assertEquals(OptionalDouble.empty(), reference.alignmentPercentile(2));
        try (Scorer scorer = Scorer.open(folder)) {
            assertEquals(3, scorer.card().reference().visual().length);
        }
    }
}
