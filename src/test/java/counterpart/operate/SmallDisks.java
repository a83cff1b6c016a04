package counterpart.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small disks in memory, each under a folder of its own. They need root and the right to mount. */
final class SmallDisks implements AutoCloseable {
    private final List<Path> mounted = new ArrayList<>();

    /** Whether disks can be made here at all. */
    boolean possible(Path folder) {
        return "root".equals(System.getProperty("user.name")) && mount(folder, 1);
    }

    /** Puts an empty disk of this size under the folder, which is made when it is not there. */
    boolean mount(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return false;
        }
        boolean done = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "counterpart", folder.toString());
        if (done) {
            mounted.add(folder);
        }
        return done;
    }

    /** Gives a disk another size; what lies there stays. */
    boolean resize(Path folder, int megabytes) {
        return run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString());
    }

    @Override
    public void close() {
        mounted.forEach(folder -> run("umount", "-l", folder.toString()));
    }

    private static boolean run(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
