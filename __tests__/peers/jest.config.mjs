import all from '../../jest.config.mjs'

// Apart from `npm test`, since these need Java: `npm run test:peers`.
export default { ...all, rootDir: '../..', testMatch: ['<rootDir>/__tests__/peers/*.peer.ts'] }
