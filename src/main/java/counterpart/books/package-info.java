/** The books: immutable Parquet loads read by DuckDB. Member data lives here and nowhere else. */
@ApplicationModule(allowedDependencies = {"model", "finding"})
@NullMarked
package counterpart.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
