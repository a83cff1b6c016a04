/** What an operator says and sees: the command line. It asks the stages and never computes. */
@NullMarked
package counterpart.operate;

import org.jspecify.annotations.NullMarked;
