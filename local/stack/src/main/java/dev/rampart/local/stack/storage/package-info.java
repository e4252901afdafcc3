/** The stand-in for S3: what lies in a bucket of the template, and who may read it. */
@NullMarked
package dev.rampart.local.stack.storage;

import org.jspecify.annotations.NullMarked;
