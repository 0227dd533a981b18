package eliq.prompts;

import eliq.job.JobCancelledException;
import java.util.List;
import java.util.Set;

/** Makes worse and other prompts of a prompt: by rules, or by a language model. */
public interface PromptRewriter {

    /** {@value RuleRewriter#NAME}, or the language model's name. */
    String name();

    /**
     * At most one version of each kind; fewer where the prompt says nothing that could be changed.
     *
     * @param strength of degraded and spoiled versions, 0 (a little) .. 1 (all of it)
     * @param seed another one gives other versions
     */
    List<Rewrite> rewrite(String prompt, Set<RewriteKind> kinds, double strength, long seed)
            throws PromptsException, JobCancelledException, InterruptedException;
}
