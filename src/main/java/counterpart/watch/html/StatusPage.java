package counterpart.watch.html;

import counterpart.control.AtomicFile;
import counterpart.model.Home;
import counterpart.watch.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * How things stand, as {@code status.html} in the home: one file with neither script nor picture nor address of another.
 * Every text is escaped.
 */
public final class StatusPage {
    private final TemplateEngine engine = new TemplateEngine();
    private final Clock clock;

    /** @param clock says when the page was written, and in which zone times are shown */
    public StatusPage(Clock clock) {
        this.clock = clock;
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(StatusPage.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    /** Replaces the home's page. */
    public void write(Home home, Standing standing) {
        AtomicFile.replace(home.statusPage(), text(home, standing).getBytes(StandardCharsets.UTF_8));
    }

    /** The page as text. */
    String text(Home home, Standing standing) {
        PageTimes times = new PageTimes(clock.getZone());
        Map<String, Object> model = Map.of(
                "home", home.root().toString(), "standing", standing, "times", times, "written", clock.instant());
        return engine.process("status", new Context(Locale.ROOT, model));
    }
}
