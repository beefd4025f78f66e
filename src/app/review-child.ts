/** The process in which files are parsed. It has no credential and asks its parent for every file. */
import { pipeline } from '#app/pipeline';
import { ReviewPort } from '#app/review-port';

ReviewPort.serve(pipeline);
