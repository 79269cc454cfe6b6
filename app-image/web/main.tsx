import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('page.html has no element #root');
createRoot(root).render(<h1>InsightShop</h1>);
