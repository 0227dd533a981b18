package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageMatchTest {
    @TempDir Path folder;

    @BeforeEach
    void files() throws Exception {
        for (String name :
                List.of(
                        "all/DALLE/000-1.png",
                        "all/Glide/000-1.png",
                        "b.JPG",
                        "sub/c.png",
                        "x.png")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[] {1});
        }
    }

    @Test
    void imagesAreFoundByTheEndOfTheirPathByNameAndByStem() {
        ImageMatch match =
                ImageMatch.find(List.of("Glide/000-1.png", "b.jpg", "c.jpg", "gone.png"), folder);
        assertTrue(match.files().get("Glide/000-1.png").endsWith("all/Glide/000-1.png"));
        assertTrue(match.files().get("b.jpg").endsWith("b.JPG"));
        assertTrue(match.files().get("c.jpg").endsWith("sub/c.png"));
        assertEquals(1, match.byStem());
        assertEquals(List.of("gone.png"), match.missing());
    }

    @Test
    void filesThatNoImageNamesAreExtra() {
        ImageMatch match = ImageMatch.find(List.of("x.png"), folder);
        assertEquals(4, match.extra().size());
    }

    @Test
    void aNameThatTwoFilesHaveIsNotGuessed() {
        ImageMatch match = ImageMatch.find(List.of("000-1.png"), folder);
        assertTrue(match.files().isEmpty());
        assertTrue(match.ambiguous().getFirst().startsWith("000-1.png could be "));
    }
}
