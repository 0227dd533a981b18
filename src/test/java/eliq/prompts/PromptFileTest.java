package eliq.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFileTest {
    @TempDir Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String refusal(Path file) {
        return assertThrows(PromptsException.class, () -> PromptFile.read(file)).getMessage();
    }

    @Test
    void aTextFileHoldsAPromptALine() throws Exception {
        List<Prompt> prompts =
                PromptFile.read(file("p.txt", "\uFEFFa red car\n\n# a comment\n  two dogs \r\n"));
        assertEquals(List.of("a red car", "two dogs"), prompts.stream().map(Prompt::text).toList());
    }

    @Test
    void aTableHoldsPromptsAndTheirCategories() throws Exception {
        Path csv =
                file(
                        "p.csv",
                        "id,Prompt,categories\n1,\"a cake, with candles\",Events; Food\n2,a tree,\n");
        assertEquals(
                List.of(
                        new Prompt("a cake, with candles", List.of(Category.EVENTS, Category.FOOD)),
                        new Prompt("a tree", List.of())),
                PromptFile.read(csv));
    }

    @Test
    void aTableWithoutPromptColumnIsRefusedByItsHeader() throws Exception {
        String message = refusal(file("p.csv", "id,words\n1,a tree\n"));
        assertTrue(message.contains("line 1") && message.contains("[id, words]"), message);
    }

    @Test
    void anUnknownCategoryIsNamedWithItsLineAndTheKnownOnes() throws Exception {
        String message = refusal(file("p.csv", "prompt,categories\na tree,Food\na car,Cars\n"));
        assertTrue(
                message.contains("line 3")
                        && message.contains("'Cars'")
                        && message.contains("Events"),
                message);
    }

    @Test
    void anEmptyPromptIsRefusedByItsLine() throws Exception {
        assertTrue(refusal(file("p.csv", "prompt,n\na tree,1\n\"\",2\n")).contains("line 3"));
    }

    @Test
    void anOpenQuoteIsSaid() throws Exception {
        assertTrue(refusal(file("p.csv", "prompt\n\"a tree\nand so on")).contains("quotes"));
    }

    @Test
    void missingEmptyAndBinaryFilesAreSaid() throws Exception {
        assertTrue(refusal(folder.resolve("none.txt")).contains("no file"));
        assertTrue(refusal(file("e.txt", "\n# only a comment\n")).contains("holds no prompt"));
        Path binary = folder.resolve("b.txt");
        Files.write(binary, "é".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(refusal(binary).contains("UTF-8"));
    }
}
