package counterpart.report.pdf;

import counterpart.report.EditionDraft;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the page templates. Every text is escaped; no template writes a text unescaped. */
final class PageTemplates {
    private final TemplateEngine engine = new TemplateEngine();

    PageTemplates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PageTemplates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** The pages as well-formed XHTML. */
    String fill(EditionDraft draft, PageLayout layout) {
        Context context = new Context(Locale.US, Map.of("draft", draft, "marks", new Marks(), "layout", layout));
        return engine.process("dashboard", context);
    }
}
