package eliq.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Scores beside ratings, image by image; only images that have both.
 *
 * @param images in the order of the set
 * @param scores finite
 * @param ratings finite
 */
record Sample(List<RatedImage> images, double[] scores, double[] ratings) {

    Sample {
        images = List.copyOf(images);
    }

    /** The images of which both numbers are finite. */
    static Sample of(List<RatedImage> images, double[] scores, double[] ratings) {
        int[] kept =
                IntStream.range(0, images.size())
                        .filter(i -> Double.isFinite(scores[i]) && Double.isFinite(ratings[i]))
                        .toArray();
        return new Sample(
                IntStream.of(kept).mapToObj(images::get).toList(),
                IntStream.of(kept).mapToDouble(i -> scores[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> ratings[i]).toArray());
    }

    int size() {
        return scores.length;
    }

    Sample where(Predicate<RatedImage> condition) {
        double[] masked = scores.clone();
        for (int i = 0; i < masked.length; i++) {
            if (!condition.test(images.get(i))) {
                masked[i] = Double.NaN;
            }
        }
        return of(images, masked, ratings);
    }

    /** Prompt of each image as a number from 0. */
    int[] clusters() {
        Map<String, Integer> numbers = new HashMap<>();
        return images.stream()
                .mapToInt(i -> numbers.computeIfAbsent(i.promptKey(), k -> numbers.size()))
                .toArray();
    }

    /** Indices of the images of each prompt, in the order of their first image. */
    List<List<Integer>> byPrompt() {
        List<List<Integer>> groups = new ArrayList<>();
        int[] clusters = clusters();
        for (int i = 0; i < clusters.length; i++) {
            if (clusters[i] == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(clusters[i]).add(i);
        }
        return groups;
    }

    static int count(int[] clusters) {
        return IntStream.of(clusters).max().orElse(-1) + 1;
    }
}
