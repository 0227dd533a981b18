package eliq.pairs;

import java.util.Optional;

/** Variants that can be read off the text. */
final class PlainVariants implements PromptVariants {
    @Override
    public String degraded(String prompt, double strength, long seed) {
        return prompt + ", blurry";
    }

    @Override
    public String spoiled(String prompt, double strength, long seed) {
        return prompt + ", ugly colours";
    }

    @Override
    public Optional<String> changed(String prompt, long seed) {
        return prompt.contains("red")
                ? Optional.of(prompt.replace("red", "blue"))
                : Optional.empty();
    }
}
