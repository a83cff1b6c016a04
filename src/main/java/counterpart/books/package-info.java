/** The books: immutable Parquet loads read by DuckDB. Member data lives here and nowhere else. */
@NullMarked
package counterpart.books;

import org.jspecify.annotations.NullMarked;
