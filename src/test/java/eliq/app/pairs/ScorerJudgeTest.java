package eliq.app.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eliq.catalog.Catalog;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.scorer.OpenedScorer;
import eliq.scorer.PairPicture;
import eliq.scorer.TinyScorer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerJudgeTest {
    @TempDir Path folder;
    private final AtomicReference<Optional<ScorerJudge.Chosen>> choice =
            new AtomicReference<>(Optional.empty());
    private Catalog catalog;
    private OpenedScorer opened;
    private ScorerJudge judge;
    private TupleSet set;
    private Tuple tuple;

    @BeforeEach
    void aSetOfPairs() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        set = catalog.tuples().findSet(TinyScorer.storePairs(catalog, 1)).orElseThrow();
        tuple = catalog.tuples().all(set.id()).getFirst();
        opened = new OpenedScorer(TinyScorer.backbones());
        judge = new ScorerJudge(catalog, choice::get, opened);
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
        catalog.close();
    }

    private void choose(String name, long seed) throws Exception {
        choice.set(
                Optional.of(
                        new ScorerJudge.Chosen(
                                name, TinyScorer.train(folder.resolve(name), seed))));
    }

    @Test
    void withoutAScorerItSaysWhatToDo() {
        ReviewException e = assertThrows(ReviewException.class, () -> judge.known(set));
        assertEquals("No scorer is installed; train one with “./eliq demo”.", e.getMessage());
        assertEquals("nobody: no scorer is installed", judge.name());
    }

    @Test
    void whoIsChosenLaterJudgesFromThenOnAndBothOpinionsAreKept() throws Exception {
        choose("first", 1);
        assertEquals(Map.of(), judge.known(set));
        Map<PairPicture, Score> first = judge.judge(tuple, Map.of());
        assertEquals(first.keySet(), judge.known(set).keySet());

        choose("second", 2);
        assertEquals("second", judge.name());
        assertEquals(Map.of(), judge.known(set));
        Map<PairPicture, Score> second = judge.judge(tuple, Map.of());
        assertEquals(first.keySet(), second.keySet());
        PairPicture positive = PairPicture.positive(tuple);
        assertNotEquals(first.get(positive).scorer(), second.get(positive).scorer());
        assertNotEquals(first.get(positive).visual(), second.get(positive).visual());

        choice.set(Optional.of(new ScorerJudge.Chosen("first", folder.resolve("first"))));
        assertEquals(first.get(positive).visual(), judge.known(set).get(positive).visual());
    }
}
