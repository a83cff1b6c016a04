package counterpart.crash;

import java.util.List;
import java.util.Map;

/**
 * An act that nobody disturbed.
 *
 * @param before what was on the stage when it began
 * @param picture what it left
 * @param mails what the mailbox held then
 * @param nanos how long it took
 * @param moments how many requests the servers saw
 * @param logLines how many lines it logged
 * @param syscalls how often one of its threads made each system call that is watched; none without a tracer
 */
record Played(
        Act act,
        Stage.Scene before,
        List<String> picture,
        List<String> mails,
        long nanos,
        int moments,
        long logLines,
        Map<String, Integer> syscalls) {}
