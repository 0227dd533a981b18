package eliq.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptLookupTest {

    @TempDir Path folder;
    private Path image;

    @BeforeEach
    void anImageWithAPromptInside() throws Exception {
        image = folder.resolve("sub").resolve("fox 1.png");
        Files.createDirectories(image.getParent());
        Files.write(
                image,
                ImageEncoding.png(
                        TestPictures.scene(16, 16, 1),
                        Map.of("parameters", "from metadata\nSteps: 20, Seed: 1")));
    }

    @Test
    void theGivenTextComesBeforeTableSidecarAndMetadata() throws Exception {
        PromptTable table = table("image,prompt\nfox 1.png,from table\n");
        Files.writeString(image.resolveSibling("fox 1.txt"), "\uFEFFfrom text file\r\n");
        assertFound("given", PromptSource.GIVEN, Optional.of("given"), Optional.of(table));
        assertFound("from table", PromptSource.TABLE, Optional.of(" "), Optional.of(table));
        assertFound("from text file", PromptSource.SIDECAR, Optional.empty(), Optional.empty());
        Files.delete(image.resolveSibling("fox 1.txt"));
        assertFound("from metadata", PromptSource.METADATA, Optional.empty(), Optional.empty());
    }

    @Test
    void anImageWithoutAPromptSaysWhereWasLooked() throws Exception {
        Path bare = folder.resolve("bare.png");
        Files.write(bare, TestFiles.bytes("scene.png"));
        PromptTable table = table("image,prompt\nother.png,x\n");
        PromptLookup lookup = new PromptLookup(Optional.empty(), Optional.of(table));
        PromptAnswer.Absent absent = assertInstanceOf(PromptAnswer.Absent.class, lookup.find(bare));
        assertTrue(absent.why().contains("no row in prompts.csv"), absent.why());
        assertTrue(absent.why().contains("no text file"), absent.why());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fox 1.png",
                "sub/fox 1.png",
                "./sub/fox 1.png",
                "sub\\fox 1.png",
                "fox 1",
                "elsewhere/fox 1.png"
            })
    void aRowIsFoundByPathByNameAndByNameWithoutExtension(String written) throws Exception {
        PromptTable table = table("image,prompt\n" + written + ",a fox\n");
        assertEquals(Optional.of("a fox"), table.promptFor(image));
    }

    @Test
    void aFileNameThatStandsForSeveralImagesIsNotGuessedAt() throws Exception {
        PromptTable table = table("image,prompt\na/fox 1.png,one\nb/fox 1.png,two\n");
        assertEquals(Optional.empty(), table.promptFor(image));
        PromptTable same = table("image,prompt\na/fox 1.png,one\nb/fox 1.png,one\n");
        assertEquals(Optional.of("one"), same.promptFor(image));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename,caption",
                "Name;Text",
                "path,seed,prompt",
                "\uFEFFimage,generator,prompt"
            })
    void columnsAreFoundByTheirUsualNames(String header) throws Exception {
        String delimiter = header.contains(";") ? ";" : ",";
        String row = header.split(delimiter).length == 2 ? "fox 1.png,a fox" : "fox 1.png,7,a fox";
        PromptTable table = table(header + "\n" + row.replace(",", delimiter) + "\n");
        assertEquals(Optional.of("a fox"), table.promptFor(image));
        assertTrue(table.describe().startsWith("prompts.csv: 1 images from column"));
    }

    @Test
    void quotedPromptsKeepCommasQuotesAndLineBreaks() throws Exception {
        PromptTable table = table("image,prompt\nfox 1.png,\"a \"\"red\"\" fox,\nin snow\"\n");
        assertEquals(Optional.of("a \"red\" fox,\nin snow"), table.promptFor(image));
    }

    @Test
    void aTableInLatin1IsRead() throws Exception {
        Path file = folder.resolve("prompts.csv");
        Files.write(
                file,
                "image,prompt\nfox 1.png,ein Füchslein\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Optional.of("ein Füchslein"), PromptTable.read(file).promptFor(image));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pic,words\\na,b|line 1: no column for the image",
                "image,words\\na,b|line 1: no column for the prompt",
                "image,prompt\\na.png|row 2: has 1 fields",
                "image,prompt\\n,b|row 2: names no image",
                "image,prompt\\na,b\\na,c|row 3: a has another prompt in row 2",
                "image,prompt|has a header but no rows",
            })
    void aWrongTableIsOneSentenceThatNamesTheRow(String text, String expected) {
        ImageException e =
                assertThrows(ImageException.class, () -> table(text.replace("\\n", "\n")));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
    }

    @Test
    void theSharedDrawBenchTableGivesEveryImageItsPrompt() throws Exception {
        Path drawBench = TestFiles.shared("drawbench-sd");
        PromptTable table = PromptTable.read(drawBench.resolve("prompts.csv"));
        for (Path file : ImageFiles.expand(List.of(drawBench.resolve("images"))).images()) {
            assertTrue(table.promptFor(file).isPresent(), file.toString());
        }
    }

    private PromptTable table(String text) throws Exception {
        Path file = folder.resolve("prompts.csv");
        Files.writeString(file, text);
        return PromptTable.read(file);
    }

    private void assertFound(
            String text, PromptSource source, Optional<String> given, Optional<PromptTable> table)
            throws Exception {
        PromptAnswer answer = new PromptLookup(given, table).find(image);
        assertEquals(new PromptAnswer.Found(text, source, Optional.empty()), answer);
        assertEquals(Optional.of(text), answer.prompt());
    }
}
