/** The field's nouns, as plain records. Every other package may use them; they use nothing but the JDK. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package counterpart.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
