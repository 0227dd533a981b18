package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Index files as their authors lay them out, in short, and with the faults that files have. */
class RatedSetReaderTest {
    @TempDir Path folder;

    private RatedSet read(String text) throws Exception {
        return RatedSetReader.guessing("set").read(file(text));
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("ratings.csv"), text);
    }

    private String message(String text) throws Exception {
        Path file = file(text);
        return assertThrows(
                        BenchmarkException.class, () -> RatedSetReader.guessing("set").read(file))
                .getMessage();
    }

    @Test
    void agiqa3kHasBothRatingsTheirSpreadAndTheGeneratorInTheName() throws Exception {
        RatedSet set =
                read(
                        """
                        name,prompt,adj1,adj2,style,mos_quality,std_quality,mos_align,std_align
                        AttnGAN_normal_000.jpg,statue of a man,,,,0.965,0.223,0.409,0.616
                        sd1.5_lowcorr_065.jpg,"an environmental concept art, anime style",,,anime style,2.2,0.66,2.86,0.81
                        """);
        assertEquals(RatedSetLayout.AGIQA_3K, set.layout());
        assertEquals(Optional.of("mos_quality"), set.visual());
        assertEquals(Optional.of("mos_align"), set.alignment());
        assertEquals(Map.of("AttnGAN", 1L, "sd1.5", 1L), set.generators());
        RatedImage image = set.images().get(1);
        assertEquals(Optional.of(0.81), image.ratings().get("mos_align").spread());
        assertEquals(Map.of("style", "anime style"), image.groups());
        assertTrue(set.columns().contains("visual = \"mos_quality\" (spread = \"std_quality\")"));
    }

    @Test
    void aigciqa2023InOneTableNamesImagesByModelAndFile() throws Exception {
        RatedSet set =
                read(
                        "model,image_name,mosz1,mosz2,mosz3,prompt\n"
                                + "Controlnet,000-1.png,3.0,2.3,2.9,\"\"\"a corgi\"\"\"\n"
                                + "DALLE,000-1.png,2.7,2.1,2.8,\"\"\"a corgi\"\"\"\n");
        assertEquals(RatedSetLayout.AIGCIQA2023, set.layout());
        assertEquals("DALLE/000-1.png", set.images().get(1).name());
        assertEquals(Optional.of("a corgi"), set.images().get(1).prompt());
        assertEquals(2.9, set.images().getFirst().rating("correspondence"));
        assertEquals(2.3, set.images().getFirst().rating("authenticity"));
        assertEquals(1, set.prompts());
    }

    @Test
    void aigciqa2023AsMatlabFilesCountsImagesByGeneratorAndPrompt() throws Exception {
        RatedSet set =
                RatedSetReader.guessing("a").read(Path.of("src/test/resources/table/aigciqa2023"));
        assertEquals(2400, set.images().size());
        assertEquals(100, set.prompts());
        assertEquals(400L, set.generators().get("Unidiffuser"));
        RatedImage image = set.images().get(1203);
        assertEquals("1203.png", image.name());
        assertEquals(Optional.of("Lafite"), image.generator());
        assertEquals(Optional.of("prompt number 0"), image.prompt());
        assertEquals(1 + 1203 / 2400.0, image.rating("quality"));
        assertEquals(3 + 1203 / 2400.0, image.rating("correspondence"));
        assertEquals(Optional.of(0.5), image.ratings().get("quality").spread());
        assertEquals(Optional.of("prompt number 99"), set.images().get(399).prompt());
    }

    @Test
    void aigiqa20kWithoutAHeaderHasOneRating() throws Exception {
        RatedSet set =
                read("DALLE2_0000.png,\"a gopnik, cyber\",3.66\nLCM_SDXL_0002.png,a girl,4.17\n");
        assertEquals(RatedSetLayout.AIGIQA_20K, set.layout());
        assertEquals(Optional.of("LCM_SDXL"), set.images().get(1).generator());
        assertEquals(Optional.empty(), set.alignment());
        assertEquals(4.17, set.images().get(1).rating(set.visual().orElseThrow()));
    }

    @Test
    void koniqHasCountsSpreadAndTheAuthorsSplit() throws Exception {
        RatedSet set =
                read(
                        "image_name,c1,c2,c3,c4,c5,c_total,MOS,SD,set\n"
                                + "10004473376.jpg,0.0,0.0,0.24,0.7,0.07,105,77.38,0.53,training\n");
        assertEquals(RatedSetLayout.KONIQ_10K, set.layout());
        MeanRating rating = set.images().getFirst().ratings().get("MOS");
        assertEquals(new MeanRating(77.38, Optional.of(0.53), Optional.of(105)), rating);
        assertEquals(Optional.of("training"), set.images().getFirst().split());
        assertEquals(Optional.empty(), set.alignment());
        assertEquals(0, set.prompts());
    }

    @Test
    void spaqKeepsItsAttributes() throws Exception {
        RatedSet set =
                read(
                        "\uFEFFImage name,MOS,Brightness,Colorfulness,Contrast,Noisiness,Sharpness\n"
                                + "00001.jpg,48.86,47.43,55.57,55.71,37.86,42.57\n");
        assertEquals(RatedSetLayout.SPAQ, set.layout());
        assertEquals(42.57, set.images().getFirst().rating("sharpness"));
    }

    @Test
    void anyTableIsReadByLikelyNamesAndByNamedColumns() throws Exception {
        Path file =
                file(
                        "image;generator;prompt;quality;quality_std;appeal;alignment\n"
                                + "a.png;glide;A red car;2,28;0,97;2,6;4,7\n");
        RatedSet guessed = RatedSetReader.guessing("s").read(file);
        assertEquals(Optional.of("quality"), guessed.visual());
        assertEquals(2.28, guessed.images().getFirst().rating("quality"));
        assertEquals(
                Optional.of(0.97), guessed.images().getFirst().ratings().get("quality").spread());
        RatingColumns named =
                new RatingColumns(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("appeal"),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        RatedSet set =
                new RatedSetReader("s", Optional.empty(), named, Optional.empty()).read(file);
        assertEquals(Optional.of("appeal"), set.visual());
        assertEquals(Optional.of("alignment"), set.alignment());
    }

    @Test
    void anEmptyRatingIsAbsentAndTheRestGoesOn() throws Exception {
        RatedSet set = read("image,mos\na.png,\nb.png,3\n");
        assertEquals(Map.of(), set.images().getFirst().ratings());
        assertEquals(3, set.images().get(1).rating("mos"));
    }

    @Test
    void textInARatingColumnIsNamedByRowAndColumn() throws Exception {
        assertTrue(
                message("image,mos\na.png,3\nb.png,good\n")
                        .contains("row 3, column 'mos': 'good' is no number"));
    }

    @Test
    void anImageTwiceWithTwoRatingsIsRefusedAndARepeatedRowIsLeftOut() throws Exception {
        assertTrue(
                message("image,mos\na.png,3\nb.png,2\na.png,4\n")
                        .contains("row 4: the image a.png stands in row 2 with another rating"));
        RatedSet set = read("image,mos\na.png,3\na.png,3\n");
        assertEquals(1, set.images().size());
        assertEquals(List.of("1 rows repeat another row and were left out."), set.remarks());
    }

    @Test
    void aWrongDelimiterAndMissingColumnsAreSaidWithWhatThereIs() throws Exception {
        Path file = file("image;mos\na.png;3\n");
        String wrong =
                assertThrows(
                                BenchmarkException.class,
                                () ->
                                        new RatedSetReader(
                                                        "s",
                                                        Optional.empty(),
                                                        RatingColumns.none(),
                                                        Optional.of(','))
                                                .read(file))
                        .getMessage();
        assertTrue(wrong.contains("no column looks like ratings"), wrong);
        assertTrue(wrong.endsWith("There are: image;mos"), wrong);
        assertTrue(message("image,size\na.png,3\n").contains("--visual-column"));
        assertTrue(message("picture,mos\na.png,3\n").contains("--image-column"));
        assertTrue(message("image,mos\n").contains("no rows"));
    }
}
