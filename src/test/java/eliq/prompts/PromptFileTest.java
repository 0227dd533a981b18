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
        String message = refusal(file("p.csv", "id,words\n1,tree\n"));
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
    void anEmptyPromptIsLeftOutAndSaidByItsLine() throws Exception {
        PromptFile.Content content =
                PromptFile.content(file("p.csv", "prompt,n\na tree,1\n\"\",2\n"));
        assertEquals(List.of(new Prompt("a tree", List.of())), content.prompts());
        assertTrue(content.skipped().getFirst().contains("line 3"), content.skipped().toString());
    }

    @Test
    void aColumnWithSentencesIsTakenWhereNoneIsCalledPromptAndThatIsSaid() throws Exception {
        PromptFile.Content content =
                PromptFile.content(
                        file(
                                "p.csv",
                                "id;what it shows\n1;a small tree on a hill\n2;two dogs, running fast\n"));
        assertEquals("two dogs, running fast", content.prompts().getLast().text());
        assertTrue(content.said().contains("'what it shows'"), content.said());
    }

    @Test
    void classesOfAnotherDataSetAreNoCategoriesAndThatIsSaid() throws Exception {
        PromptFile.Content content =
                PromptFile.content(
                        file("p.csv", "prompt,category\na red car,Colors\ntwo cats,Counting\n"));
        assertEquals(List.of(), content.prompts().getFirst().categories());
        assertTrue(content.said().contains("Colors, Counting"), content.said());
    }

    @Test
    void jsonLinesHoldObjectsOrTextsAndABrokenLineIsLeftOut() throws Exception {
        PromptFile.Content content =
                PromptFile.content(
                        file(
                                "p.jsonl",
                                """
                                {"prompt": "a cake, with candles", "categories": ["Events", "food"], "id": 3}
                                "two dogs"
                                {"prompt": "half a
                                {"prompt": "a tree", "categories": "Natural Scenes"}
                                """));
        assertEquals(
                List.of(
                        new Prompt("a cake, with candles", List.of(Category.EVENTS, Category.FOOD)),
                        new Prompt("two dogs", List.of()),
                        new Prompt("a tree", List.of(Category.NATURAL_SCENES))),
                content.prompts());
        assertTrue(content.skipped().getFirst().contains("line 3"), content.skipped().toString());
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        List<Prompt> prompts =
                List.of(
                        new Prompt("a \"red\" cake, lit", List.of(Category.EVENTS, Category.FOOD)),
                        new Prompt("ein Bär — две", List.of()));
        for (String name : List.of("out.csv", "out.jsonl")) {
            PromptWriter.write(folder.resolve(name), prompts);
            assertEquals(prompts, PromptFile.read(folder.resolve(name)), name);
        }
        assertThrows(
                PromptsException.class,
                () -> PromptWriter.write(folder.resolve("out.xls"), prompts));
        try (var left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
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
