/** Writes how things stand as metrics: a text file for a collector, and over HTTP where a collector is named. */
@NullMarked
package counterpart.watch.metrics;

import org.jspecify.annotations.NullMarked;
