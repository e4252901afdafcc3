/** Reports what rules of AWS WAF that count would have blocked. */
@NullMarked
package dev.rampart.replay.count;

import org.jspecify.annotations.NullMarked;
