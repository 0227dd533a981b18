package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedScorerTest {
    @TempDir private Path folder;

    @Test
    void allWhoAskForAFolderGetTheSameScorer() throws Exception {
        Path first = TinyScorer.train(folder.resolve("first"), 1);
        Path second = TinyScorer.train(folder.resolve("second"), 2);
        try (OpenedScorer opened = new OpenedScorer(TinyScorer.backbones())) {
            ImageScorer scorer = opened.in(first);
            assertSame(scorer, opened.in(first));

            assertNotSame(scorer, opened.in(second));
            assertNotSame(scorer, opened.in(first), "the one before was closed");
        }
    }

    @Test
    void whereOneCannotBeOpenedTheNextStillCan() throws Exception {
        Path first = TinyScorer.train(folder.resolve("first"), 1);
        try (OpenedScorer opened = new OpenedScorer(TinyScorer.backbones())) {
            opened.in(first);
            assertThrows(ScorerException.class, () -> opened.in(folder.resolve("nothing")));
            assertSame(opened.in(first), opened.in(first));
        }
    }
}
