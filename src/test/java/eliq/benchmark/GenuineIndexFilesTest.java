package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.table.SharedData;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The index files that the authors of the sets publish; counts and coefficients measured on them by others. */
class GenuineIndexFilesTest {

    private static RatedSet read(String set, String file) throws BenchmarkException {
        Path ratings = SharedData.folder("ratings");
        return RatedSetReader.guessing(set).read(ratings.resolve(set).resolve(file));
    }

    @Test
    void agiqa3kIsAsOthersMeasuredIt() throws Exception {
        RatedSet set = read("AGIQA-3K", "data.csv");
        assertEquals(2982, set.images().size());
        assertEquals(300, set.prompts());
        assertEquals(
                Map.of(
                        "sd1.5",
                        1200L,
                        "midjourney",
                        592L,
                        "AttnGAN",
                        300L,
                        "glide",
                        300L,
                        "xl2.2",
                        300L,
                        "DALLE2",
                        290L),
                set.generators());
        double[] quality = set.values("mos_quality");
        double[] alignment = set.values("mos_align");
        assertEquals(0.742, Correlation.spearman(quality, alignment), 0.0005);
        assertEquals(0.814, Correlation.pearson(quality, alignment), 0.0005);
        assertTrue(
                set.images().stream()
                        .allMatch(i -> i.ratings().get("mos_align").spread().isPresent()));
    }

    @Test
    void aigciqa2023HasSixGeneratorsAndAHundredPrompts() throws Exception {
        RatedSet set = read("AIGCIQA2023", "all_set.csv");
        assertEquals(RatedSetLayout.AIGCIQA2023, set.layout());
        assertEquals(2400, set.images().size());
        assertEquals(100, set.prompts());
        assertEquals(6, set.generators().size());
        assertTrue(set.generators().values().stream().allMatch(n -> n == 400));
        assertEquals("Controlnet/000-1.png", set.images().getFirst().name());
        assertEquals(Optional.of("a corgi"), set.images().getFirst().prompt());
    }

    @Test
    void aigiqa20kHasNoHeaderAndOneRating() throws Exception {
        RatedSet set = read("AIGIQA-20K", "info_train.csv");
        assertEquals(RatedSetLayout.AIGIQA_20K, set.layout());
        assertEquals(14_000, set.images().size());
        assertEquals(Optional.empty(), set.alignment());
        assertEquals(15, set.generators().size());
        assertEquals(350L, set.generators().get("DALLE3"));
        // 13,624 different texts; some differ only in capitals, spaces or a full stop.
        long texts = set.images().stream().map(i -> i.prompt().orElseThrow()).distinct().count();
        assertEquals(13_624, texts);
    }

    @Test
    void koniqAndSpaqHaveVisualRatingsOnly() throws Exception {
        RatedSet koniq = read("KonIQ-10k", "koniq10k_distributions_sets.csv");
        assertEquals(RatedSetLayout.KONIQ_10K, koniq.layout());
        assertEquals(10_073, koniq.images().size());
        assertEquals(
                2015,
                koniq.images().stream().filter(i -> i.split().equals(Optional.of("test"))).count());
        RatedSet spaq = read("SPAQ", "SPAQ_annotations.csv");
        assertEquals(RatedSetLayout.SPAQ, spaq.layout());
        assertEquals(11_125, spaq.images().size());
        assertEquals(48.86, spaq.images().getFirst().rating("MOS"));
    }

    @Test
    void theListsOfImagesInAWorkbookAreReadThoughTheyHaveNoRatings() throws Exception {
        Path file = SharedData.folder("ratings").resolve("AIGIQA-20K/info_val.xlsx");
        assertEquals(2000, eliq.table.Table.read(file).rows().size());
    }
}
