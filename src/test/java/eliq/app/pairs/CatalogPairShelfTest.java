package eliq.app.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eliq.app.ScriptedPairs;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.NegativeContent;
import eliq.catalog.NewTuple;
import eliq.catalog.Origin;
import eliq.catalog.PromptStore;
import eliq.catalog.Recipe;
import eliq.catalog.TupleSet;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import eliq.pairs.Pictures;
import eliq.pairs.TrainingTuples;
import eliq.pairs.TrainingTuples.Selection;
import eliq.pairs.TrainingTuples.TrainingNegative;
import eliq.pairs.TrainingTuples.TrainingTuple;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions of the view as training finds them in the catalogue. */
class CatalogPairShelfTest {
    @TempDir Path folder;
    private Catalog catalog;
    private PairShelf shelf;
    private PairsViewModel model;

    private static final CatalogPairShelf.Work NONE =
            new CatalogPairShelf.Work() {
                @Override
                public void audit(String set, PairShelf.Progress progress) {}

                @Override
                public void score(String set, PairShelf.Progress progress) {}
            };

    @BeforeEach
    void aCatalogueWithTwoTuples() throws Exception {
        catalog = Catalog.open(folder);
        long set = catalog.tuples().createSet("first", "{}").id();
        for (int i = 0; i < 2; i++) {
            long prompt =
                    catalog.prompts().add(PromptStore.NewPrompt.of("a cup " + i, "test")).id();
            catalog.tuples()
                    .addAll(
                            set,
                            List.of(
                                    new NewTuple(
                                            prompt,
                                            image("good " + i),
                                            "test",
                                            List.of(
                                                    bad(Aspect.TECHNICAL, i),
                                                    bad(Aspect.AESTHETIC, i)))));
        }
        shelf = new CatalogPairShelf(catalog, NONE);
        ScriptedPairs critic = new ScriptedPairs(0);
        model =
                new PairsViewModel(
                        shelf,
                        critic,
                        new ReviewThreads(
                                Runnable::run, Runnable::run, Runnable::run, Runnable::run),
                        new StatusViewModel());
        model.refresh();
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        catalog.close();
    }

    private NewTuple.NewNegative bad(Aspect aspect, int number) throws Exception {
        return new NewTuple.NewNegative(
                new Recipe(aspect, Family.CONVENTIONAL, "op", "{}", 1, 0.5),
                new NegativeContent.Image(image("bad " + aspect + number)));
    }

    private ContentHash image(String name) throws Exception {
        ContentHash hash = ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
        catalog.images()
                .add(
                        new ImageRecord(
                                hash,
                                new ImageLocation.Stored(),
                                name,
                                4,
                                4,
                                "png",
                                9,
                                Origin.GENERATED,
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                Instant.EPOCH));
        return hash;
    }

    private List<TrainingTuple> training() throws Exception {
        return TrainingTuples.read(catalog, Pictures.of(catalog), "first", Selection.ALL);
    }

    @Test
    void aRejectedNegativeIsNotTrainedOnAndIsAgainWhenThatIsUndone() throws Exception {
        long rejected = model.shown().negative().orElseThrow().id();
        model.shown().decide(Verdict.REJECTED);
        assertEquals(2, training().size());
        assertEquals(
                List.of(Aspect.AESTHETIC),
                training().getFirst().negatives().stream().map(TrainingNegative::aspect).toList());
        assertEquals(3, trainedOn());
        model.undo();
        assertEquals(4, trainedOn());
        assertEquals(rejected, training().getFirst().negatives().getFirst().id());
    }

    private long trainedOn() throws Exception {
        long set = catalog.tuples().findSet("first").orElseThrow().id();
        return catalog.tuples().forTraining(set).stream()
                .mapToLong(tuple -> tuple.negatives().size())
                .sum();
    }

    @Test
    void ofARejectedTupleNothingIsTrainedOn() throws Exception {
        long first = model.shown().tupleProperty().get().orElseThrow().id();
        model.rejectTuple();
        assertEquals(1, training().size());
        assertEquals(2, trainedOn());
        assertEquals(
                List.of(),
                training().stream().map(TrainingTuple::id).filter(id -> id == first).toList());
    }

    @Test
    void decisionsAndNotesAreThereAtTheNextStartAndCountedWithTheSet() throws Exception {
        model.shown().decide(Verdict.ACCEPTED);
        model.shown().note("crisp");
        model.acceptTuple();
        TupleSet set = shelf.sets().getFirst();
        assertEquals(1, set.reviewed());
        assertEquals(2, set.tuples());
        var tuple = shelf.tuples(set).getFirst();
        assertEquals(Verdict.ACCEPTED, tuple.verdict());
        assertEquals("crisp", tuple.negatives().getFirst().note());
    }

    @Test
    void aDecisionOnWhatIsNotThereIsRefusedWhole() throws Exception {
        Decision good = Decision.of(model.shown().tupleProperty().get().orElseThrow());
        Decision bad = new Decision(1, OptionalLong.of(999), Verdict.REJECTED, "");
        assertThrows(
                ReviewException.class, () -> shelf.keep(List.of(good.with(Verdict.REJECTED), bad)));
        assertEquals(4, trainedOn());
    }

    @Test
    void aSetThatWasNeverAuditedSaysSo() throws Exception {
        assertEquals(Optional.empty(), shelf.findings(shelf.sets().getFirst()));
    }
}
