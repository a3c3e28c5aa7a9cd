/** Entry for the build, which publishes the schema beside the app. */
export { reportJsonSchema } from './schema'
