/** The folder the portal keeps everything in, and how files are written there so that none is ever found half done. */
package gov.tianmu.engine.home;
