/** The stand-in for Lambda: runs function jars in processes of their own. */
@NullMarked
package dev.rampart.local.host;

import org.jspecify.annotations.NullMarked;
