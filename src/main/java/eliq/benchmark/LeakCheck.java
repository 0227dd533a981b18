package eliq.benchmark;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether prompts of the test side are also on the training side: then a model may know the prompt rather than the picture.
 *
 * @param trainingImages on the training side
 * @param testImages on the test side
 * @param trainingPrompts different ones
 * @param testPrompts different ones
 * @param leaked test prompts that are in training too
 * @param leakedImages test images of leaked prompts
 * @param sameImages test images that are in training themselves
 * @param examples of leaked prompts, at most ten
 */
public record LeakCheck(
        int trainingImages,
        int testImages,
        int trainingPrompts,
        int testPrompts,
        int leaked,
        int leakedImages,
        int sameImages,
        List<String> examples) {

    private static final int EXAMPLES = 10;

    public static LeakCheck of(Collection<RatedImage> training, Collection<RatedImage> test) {
        Set<String> trained = prompts(training);
        Set<String> tested = prompts(test);
        Set<String> names = new HashSet<>();
        training.forEach(image -> names.add(image.name()));
        List<RatedImage> leaking =
                test.stream()
                        .filter(i -> i.prompt().isPresent() && trained.contains(i.promptKey()))
                        .toList();
        return new LeakCheck(
                training.size(),
                test.size(),
                trained.size(),
                tested.size(),
                prompts(leaking).size(),
                leaking.size(),
                (int) test.stream().filter(i -> names.contains(i.name())).count(),
                leaking.stream()
                        .map(i -> i.prompt().orElseThrow())
                        .distinct()
                        .limit(EXAMPLES)
                        .toList());
    }

    private static Set<String> prompts(Collection<RatedImage> images) {
        return images.stream()
                .filter(i -> i.prompt().isPresent())
                .map(RatedImage::promptKey)
                .collect(Collectors.toSet());
    }

    /** In one sentence. */
    public String sentence() {
        if (testPrompts == 0) {
            return sameImages == 0
                    ? "The images have no prompts; no image is on both sides."
                    : sameImages + " test images are also in training.";
        }
        return leaked == 0
                ? "None of the " + testPrompts + " test prompts is in training."
                : leaked
                        + " of the "
                        + testPrompts
                        + " test prompts are also in training ("
                        + leakedImages
                        + " of "
                        + testImages
                        + " test images).";
    }
}
