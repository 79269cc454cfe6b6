/**
 * The version of the Chroma server: tag of its image on Docker Hub and version of the PyPI package
 * that the tests run (test/setup/requirements.txt). https://hub.docker.com/r/chromadb/chroma/tags
 */
export const chromaVersion = '1.5.9';
