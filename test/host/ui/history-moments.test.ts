import { momentsIn, writeMoments } from './support/moments';
import { folderOfSharedWindow } from './support/shared-window';

// In the web host: history-web.test.ts.
momentsIn('server', folderOfSharedWindow('moments', writeMoments));
