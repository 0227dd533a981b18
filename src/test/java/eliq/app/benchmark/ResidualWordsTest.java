package eliq.app.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.benchmark.Evaluation.EvaluatedImage;
import eliq.benchmark.Residual;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResidualWordsTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.US);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void ratingAndScoreAreSaidAsExactlyAsBesideTheirPoint() {
        assertEquals(
                "Rating 3.5\nScore 0.0041\nBy the curve 3.25: people liked it 0.25 more",
                words(0.0041, 3.5, 3.25).numbers());
        assertEquals("Rating 3.5\nScore 0.0041", words(0.0041, 3.5, Double.NaN).numbers());
    }

    @Test
    void aDifferenceIsMeasuredByTheSizeOfTheRatings() {
        ResidualWords small = words(1, 0.0041, 0.0052);
        assertEquals("−0.00110", small.difference());
        assertEquals("rated 0.00410, by score 0.00520", small.facts());
        assertEquals(
                "Rating 0.0041\nScore 1\nBy the curve 0.00520: people liked it 0.00110 less",
                small.numbers());
        assertEquals("+5.00", words(1, 61, 56).difference());
        assertEquals(
                "Rating 3.5\nScore 1\nBy the curve 3.50: as people see it",
                words(1, 3.5, 3.4999).numbers());
    }

    private static ResidualWords words(double score, double rating, double curve) {
        EvaluatedImage image =
                new EvaluatedImage(
                        "a.png",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(rating),
                        Optional.empty(),
                        Map.of(),
                        Map.of());
        return new ResidualWords(new Residual(image, score, rating, curve));
    }
}
