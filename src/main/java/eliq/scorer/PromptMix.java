package eliq.scorer;

import java.util.List;
import java.util.Optional;

/**
 * How many of the images scored together were scored with a prompt. The visual score leans on the prompt a little, so
 * those with one and those without are two scales.
 *
 * @param with images scored with a prompt
 * @param without images scored without one
 */
public record PromptMix(long with, long without) {

    /** @param prompted of each scored image, whether there was a prompt */
    public static PromptMix of(List<Boolean> prompted) {
        long with = prompted.stream().filter(each -> each).count();
        return new PromptMix(with, prompted.size() - with);
    }

    /** What a person should know before comparing; empty where all were scored alike. */
    public Optional<String> remark() {
        return with == 0 || without == 0
                ? Optional.empty()
                : Optional.of(
                        "Scored with a prompt: %d, without: %d. Compare visual scores within each of the two only."
                                .formatted(with, without));
    }
}
